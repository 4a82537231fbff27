import type { z } from 'zod';

/** The parts of a zod schema that lead to the keys of its maps. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def;

const childOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;

/** Whether a branch of a discriminated union is the one whose word a value bears. */
function isMeant(option: z.core.$ZodType, discriminator: string, value: unknown): boolean {
  const word = definitionOf(option).shape?.[discriminator];
  return word === undefined || definitionOf(word).values?.includes(childOf(value, discriminator)) === true;
}

/**
 * The keys that a schema knows for the map at a path.
 *
 * @param value The value of which the schema is: it says which branch of a union is meant.
 */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const { type, shape, element, innerType, options, discriminator } = definitionOf(schema);
  if (type === 'optional' && innerType !== undefined) return knownKeys(innerType, path, value);
  if (type === 'union' && options !== undefined) {
    const meant = options.filter((option) => discriminator === undefined || isMeant(option, discriminator, value));
    return [...new Set(meant.flatMap((option) => knownKeys(option, path, value)))];
  }
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(shape ?? {});
  const next = type === 'array' ? element : shape?.[String(key)];
  return next === undefined ? [] : knownKeys(next, rest, childOf(value, key));
}
