import { z } from 'zod';
import { actorSchema } from './actor.ts';
import { claimSchema } from './claim.ts';
import { eventSchema } from './event.ts';
import { dossierSchema, ledgerSchema } from './ledger.ts';
import { placeSchema } from './place.ts';
import { redirectSchema } from './redirect.ts';
import { sourceSchema } from './source.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const published = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { target: 'draft-2020-12' });

/**
 * The vocabulary as JSON Schemas (draft 2020-12), from the same schemas that check it. They say what a
 * record must look like; that its references resolve and its days exist is checked by `@counterclaim/data`.
 */
export const jsonSchemas = () => ({
  actor: published(actorSchema),
  place: published(placeSchema),
  source: published(sourceSchema),
  event: published(eventSchema),
  claim: published(claimSchema),
  redirect: published(redirectSchema),
  dossier: published(dossierSchema),
  ledger: published(ledgerSchema),
});
