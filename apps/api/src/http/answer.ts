import type { Context, TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';
import type { z } from 'zod';
import type { Environment } from './environment.ts';

/** A value as the domain hands it out: nothing in it may be changed. */
type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> };

/** Answers with a value that its published schema describes; the types are held against each other, the value is not parsed again. */
export function answer<Schema extends z.ZodType>(
  context: Context<Environment>,
  _schema: Schema,
  value: Frozen<z.output<Schema>>,
): Response & TypedResponse<JSONParsed<z.output<Schema>>, 200, 'json'> {
  return context.json(value) as Response & TypedResponse<JSONParsed<z.output<Schema>>, 200, 'json'>;
}
