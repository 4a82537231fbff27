import {
  actorSchema,
  claimSchema,
  eventSchema,
  placeSchema,
  type RecordType,
  sourceSchema,
} from '@counterclaim/domain';
import type { z } from 'zod';

/** What each type of record may say of its subject, and so what may be corrected: all but its id and its own past. */
export const CORRECTABLE: Readonly<Record<RecordType, z.ZodType>> = {
  actor: actorSchema.omit({ id: true, corrections: true, retracted: true }),
  place: placeSchema.omit({ id: true, corrections: true, retracted: true }),
  event: eventSchema.omit({ id: true, corrections: true, retracted: true }),
  source: sourceSchema.omit({ id: true, corrections: true, retracted: true }),
  claim: claimSchema.omit({ id: true, source: true, corrections: true, retracted: true }),
};

/** The path within a record that a dotted field names: numbers lead into lists. */
export const pathOf = (field: string): (string | number)[] =>
  field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
