import { CLAIM_KINDS } from '@counterclaim/domain';
import { z } from 'zod';

const least = z.int().min(1).describe('At least so many.');
const ofKind = z.partialRecord(z.enum(CLAIM_KINDS), least).describe('Claims, by kind.');

const share = z.number().positive().max(1).describe('At least this share of the records: above 0, up to 1.');
const filled = z
  .record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*$/), share)
  .describe('Shares, by the field that is filled: dotted keys from the top of the record, as in a correction.');

/** What the claims about one event must be at least. */
export const eventFloorsSchema = z
  .strictObject({
    claims: least.describe('Claims.'),
    claimsOfKind: ofKind,
    sources: least.describe('Documents in which they are made.'),
    languages: least.describe('Languages of those documents.'),
    withPassages: least.describe('Claims that cite a passage of their document.'),
  })
  .partial();

/** What all records together must be at least. Retracted records count for nothing. */
export const floorsSchema = eventFloorsSchema
  .extend({
    events: least.describe('Events.'),
    eventsWithToll: least.describe('Events of which somebody gives the killed or injured.'),
    eventsWithResponsibility: least.describe('Events of which somebody claims, denies or lays responsibility.'),
    actors: least.describe('Actors.'),
    places: least.describe('Places.'),
  })
  .partial();

/** `records/assertions.yml`: what the records must hold at least, so that none is lost without being noticed. */
export const assertionsFileSchema = z.strictObject({
  counts: floorsSchema
    .describe('Least numbers, of all records together. What is retracted counts for nothing.')
    .optional(),
  filled: z
    .strictObject({ actors: filled, places: filled, events: filled, sources: filled, claims: filled })
    .partial()
    .describe('Least shares of the records of a kind that have a value in a field: sources: { published: 0.9 }.')
    .optional(),
  events: z
    .record(
      z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      eventFloorsSchema.describe('What the claims about this event must be at least.'),
    )
    .describe('Least numbers, by event.')
    .optional(),
  exceptions: z
    .strictObject({ most: z.int().min(0).describe('At most so many: as many as there are.') })
    .describe('Most exceptions from rules.')
    .optional(),
});

export type AssertionsFile = z.infer<typeof assertionsFileSchema>;
