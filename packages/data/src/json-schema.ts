import { z } from 'zod';
import { type Folder, recordSchemas } from './record.ts';
import { registerSchemas } from './register.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The name of the JSON Schema of each folder's files. */
export const SCHEMA_OF: Readonly<Record<Folder, string>> = {
  actors: 'actor',
  places: 'place',
  events: 'event',
  sources: 'source',
};

/**
 * What the files of records look like, as JSON Schemas (draft 2020-12) by name, for editors: from the schemas by which
 * the check asks `shape`. What a JSON Schema cannot say, such as that a reference resolves, the check alone finds.
 */
export const jsonSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const records = Object.entries(recordSchemas).map(
    ([folder, schema]) => [SCHEMA_OF[folder as Folder], schema] as const,
  );
  return Object.fromEntries(
    [...records, ...Object.entries(registerSchemas)].map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { target: 'draft-2020-12' }),
    ]),
  );
};
