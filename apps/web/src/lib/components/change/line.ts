import type { Change, RecordType } from '@counterclaim/domain';
import { formatDate } from '#lib/format/date.ts';
import { fieldWords, type ValueKind } from './field.ts';
import { shortenAlike } from './shorten.ts';
import { idsIn, type Part, type ValueNames, valueParts } from './value.ts';

/** A change in words, as pages show it. */
export interface ChangeLine {
  readonly kind: Change['kind'];
  /** `YYYY-MM-DD`, and in words. */
  readonly date: string;
  readonly day: string;
  readonly type: RecordType;
  /** What readers know the record by, and where it is. */
  readonly title: string;
  readonly href: string;
  /** What was corrected, after "the": "number". Only of a correction. */
  readonly field?: string | undefined;
  readonly was?: readonly Part[] | undefined;
  readonly now?: readonly Part[] | undefined;
  /** The id that is no longer used. Only of a redirect. */
  readonly from?: string | undefined;
  readonly reason: string;
}

/** What the values of a change are, and the ids among them. */
export function idsOf(change: Change): { readonly kind: ValueKind; readonly ids: readonly string[] } {
  if (change.kind !== 'correction') return { kind: 'text', ids: [] };
  const { kind } = fieldWords(change.record.type, change.field);
  return { kind, ids: [...idsIn(kind, change.was), ...idsIn(kind, change.now)] };
}

/** Puts a change in words. */
export function changeLine(change: Change, title: string, names: ValueNames): ChangeLine {
  const { type, id } = change.record;
  const line = {
    kind: change.kind,
    date: change.date,
    day: formatDate(change.date, 'UTC'),
    type,
    title,
    href: `/${type}s/${id}`,
    reason: change.reason,
  };
  switch (change.kind) {
    case 'correction': {
      const { words, kind } = fieldWords(type, change.field);
      const { was: before, now: since } = change;
      const [was, now] =
        typeof before === 'string' && typeof since === 'string' && kind === 'text'
          ? shortenAlike(before, since)
          : [before, since];
      return {
        ...line,
        field: words,
        was: valueParts(kind, was, names),
        now: valueParts(kind, now, names),
      };
    }
    case 'retraction':
      return line;
    case 'redirect':
      return { ...line, from: change.from };
  }
}
