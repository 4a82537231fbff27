import type { z } from 'zod';
import { keysAt } from '../schema-path.ts';

/**
 * The keys that a schema knows for the map at a path.
 *
 * @param value The value of which the schema is: it says which branch of a union is meant.
 */
export const knownKeys = (schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] =>
  keysAt(schema, path, { value });
