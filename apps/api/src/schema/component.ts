import { z } from 'zod';

/**
 * Names a schema, so that the OpenAPI document describes it once and refers to it everywhere else.
 *
 * The generator finds names in zod's global registry under `_internal.refId`. Its own `.openapi('Name')` would name a
 * copy: the domain's schemas, which already contain each other, would go on containing the unnamed originals.
 */
export function component<Schema extends z.ZodType>(name: string, description: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { _internal: { refId: name }, description });
  return schema;
}
