import { actorSchema, claimSchema, eventSchema, placeSchema, slugSchema, sourceSchema } from '@counterclaim/domain';
import { z } from 'zod';

/** A claim as it stands in its source's file: the slug completes the source's id, and what is asserted need not say so. */
export const claimRecordSchema = z.strictObject({
  slug: slugSchema.describe(
    'Completes the id of the source to that of the claim; permanent, and given once in its source.',
  ),
  ...claimSchema.omit({ id: true, source: true }).shape,
  modality: claimSchema.shape.modality.optional(),
});

/** A source's file: the document, and the claims made in it, in the document's order. */
export const sourceRecordSchema = sourceSchema.extend({
  claims: z.array(claimRecordSchema).describe('The claims made in the document, in its order.'),
});

/** The schema of each folder's files. */
export const recordSchemas = {
  actors: actorSchema,
  places: placeSchema,
  events: eventSchema,
  sources: sourceRecordSchema,
} as const;

export type Folder = keyof typeof recordSchemas;
export type ClaimRecord = z.infer<typeof claimRecordSchema>;
export type SourceRecord = z.infer<typeof sourceRecordSchema>;
