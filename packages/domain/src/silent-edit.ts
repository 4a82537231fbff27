import type { Correction } from './correction.ts';
import type { RecordKey } from './record-change.ts';
import type { RecordComparison } from './record-comparison.ts';
import type { Redirect } from './redirect.ts';
import type { Json } from './replay.ts';
import type { Shift } from './shift.ts';

/** Something done to a published record that the record does not tell. */
export type SilentEdit =
  | ({ readonly kind: 'value' } & RecordKey & Shift<Json> & { readonly field: string })
  | ({ readonly kind: 'removal' } & RecordKey)
  | ({ readonly kind: 'correction' } & RecordKey & { readonly lost: Correction })
  | { readonly kind: 'redirect'; readonly was: Redirect; readonly now: Redirect | null };

/**
 * What was done in silence between two states, the earlier one having been published: values that changed without a
 * correction, records that went without a redirect, corrections and redirects that were altered or dropped. Records may be
 * added and retracted; taking a retraction back is a change of the value `retracted`.
 */
export function silentEdits({ changed, removed, redirects }: RecordComparison): SilentEdit[] {
  return [
    ...changed.flatMap(({ type, id, fields, lostCorrections }): SilentEdit[] => [
      ...fields
        .filter(({ corrected }) => !corrected)
        .map(({ field, was, now }): SilentEdit => ({ kind: 'value', type, id, field, was, now })),
      ...lostCorrections.map((lost): SilentEdit => ({ kind: 'correction', type, id, lost })),
    ]),
    ...removed
      .filter(({ redirect }) => redirect === null)
      .map(({ type, id }): SilentEdit => ({ kind: 'removal', type, id })),
    ...redirects.changed
      .filter(({ follows }) => !follows)
      .map(({ was, now }): SilentEdit => ({ kind: 'redirect', was, now })),
    ...redirects.lost.map((was): SilentEdit => ({ kind: 'redirect', was, now: null })),
  ];
}
