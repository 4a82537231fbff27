import { z } from 'zod';
import { editorialDaySchema } from './correction.ts';
import { claimIdSchema, slugSchema } from './identifier.ts';
import { define } from './schema.ts';

/** The kinds of record that a ledger holds, each with an address of its own. */
export const RECORD_TYPES = ['actor', 'place', 'event', 'source', 'claim'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

export const redirectSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    type: z.enum(RECORD_TYPES).describe('What kind of record bore the id.'),
    from: z.union([slugSchema, claimIdSchema]).describe('The id that is no longer used, and never will be again.'),
    to: z
      .union([slugSchema, claimIdSchema])
      .describe('The record that took its place, of the same type. It stands itself: no redirect leads to another.'),
    date: editorialDaySchema,
    reason: z.string().min(1).max(400).describe('Why, in our own words: merged with what, or renamed for what.'),
  }),
);

/** That a record was renamed, or merged into another: its old address leads to the new one. */
export type Redirect = z.infer<typeof redirectSchema>;

/**
 * Where an id that no record bears leads to. A claim whose document was renamed follows it under its own slug.
 *
 * @returns The redirect, its `to` being where the asked id leads; `undefined` where none applies.
 */
export function redirectOf(redirects: Iterable<Redirect>, type: RecordType, id: string): Redirect | undefined {
  const slash = id.indexOf('/');
  let ofSource: Redirect | undefined;
  for (const redirect of redirects) {
    if (redirect.type === type && redirect.from === id) return redirect;
    if (type === 'claim' && redirect.type === 'source' && redirect.from === id.slice(0, slash)) {
      ofSource = { ...redirect, type, from: id, to: `${redirect.to}${id.slice(slash)}` };
    }
  }
  return ofSource;
}
