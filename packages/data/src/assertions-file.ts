import { CLAIM_KINDS } from '@counterclaim/domain';
import { z } from 'zod';

const least = z.int().min(1);
const ofKind = z.partialRecord(z.enum(CLAIM_KINDS), least);

/** Shares from above 0 to 1, by the field that is filled: dotted keys from the top of the record, as in a correction. */
const filled = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*$/), z.number().positive().max(1));

/** What the claims about one event must be at least. */
export const eventFloorsSchema = z
  .strictObject({
    claims: least,
    claimsOfKind: ofKind,
    /** Documents in which they are made. */
    sources: least,
    /** Of those documents. */
    languages: least,
    /** Claims that cite a passage of their document. */
    withPassages: least,
  })
  .partial();

/** What all records together must be at least. Retracted records count for nothing. */
export const floorsSchema = eventFloorsSchema
  .extend({
    events: least,
    /** Events of which somebody gives the killed or injured. */
    eventsWithToll: least,
    /** Events of which somebody claims, denies or lays responsibility. */
    eventsWithResponsibility: least,
    actors: least,
    places: least,
  })
  .partial();

/** `records/assertions.yml`: what the records must hold at least, so that none is lost without being noticed. */
export const assertionsFileSchema = z.strictObject({
  /** Least numbers, of all records together. */
  counts: floorsSchema.optional(),
  /** Least shares of the records of a kind that have a value in a field: `{sources: {published: 0.9}}`. */
  filled: z
    .strictObject({ actors: filled, places: filled, events: filled, sources: filled, claims: filled })
    .partial()
    .optional(),
  /** Least numbers, by event. */
  events: z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), eventFloorsSchema).optional(),
  /** Most exceptions from rules: as many as there are. */
  exceptions: z.strictObject({ most: z.int().min(0) }).optional(),
});

export type AssertionsFile = z.infer<typeof assertionsFileSchema>;
