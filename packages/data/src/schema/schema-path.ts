import type { z } from 'zod';

/** The parts of a zod schema that lead to the values within it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def;

/** A value that is there, so that it can say which branch of a union is meant. */
export interface Present {
  readonly value: unknown;
}

const childOf = ({ value }: Present, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;

/** Whether a branch of a discriminated union is the one whose word a value bears. */
function isMeant(option: z.core.$ZodType, discriminator: string, present: Present): boolean {
  const word = definitionOf(option).shape?.[discriminator];
  return word === undefined || definitionOf(word).values?.includes(childOf(present, discriminator)) === true;
}

/** What a schema wants at the end of a path. */
export interface SchemaAtPath {
  readonly schema: z.core.$ZodType;
  /** Whether a value of the whole may do without anything there. */
  readonly optional: boolean;
}

function* walk(
  schema: z.core.$ZodType,
  [key, ...rest]: readonly PropertyKey[],
  present: Present | undefined,
  optional: boolean,
): Generator<SchemaAtPath> {
  const { type, shape, element, innerType, options, discriminator, keyType, valueType, getter } = definitionOf(schema);
  const path = key === undefined ? [] : [key, ...rest];
  if (type === 'optional' && innerType !== undefined) yield* walk(innerType, path, present, true);
  else if (type === 'lazy' && getter !== undefined) yield* walk(getter(), path, present, optional);
  else if (type === 'union' && options !== undefined && (key !== undefined || present !== undefined)) {
    const meant =
      present === undefined || discriminator === undefined
        ? options
        : options.filter((option) => isMeant(option, discriminator, present));
    const found = meant.map((option) => [...walk(option, path, present, optional)]);
    // A branch that knows nothing of the path leaves it out.
    const missing = found.some((branch) => branch.length === 0);
    for (const branch of found) {
      for (const each of branch) yield missing ? { ...each, optional: true } : each;
    }
  } else if (key === undefined) yield { schema, optional };
  else {
    const child = present && { value: childOf(present, key) };
    const field = shape !== undefined && Object.hasOwn(shape, String(key)) ? shape[String(key)] : undefined;
    if (field !== undefined) yield* walk(field, rest, child, optional);
    else if (type === 'array' && element !== undefined && /^\d+$/.test(String(key))) {
      yield* walk(element, rest, child, true);
    } else if (type === 'record' && keyType !== undefined && valueType !== undefined) {
      const isKey = (keyType as z.ZodType).safeParse(key).success;
      if (isKey) yield* walk(valueType, rest, child, true);
    }
  }
}

/**
 * What a schema wants at a path: nothing where it knows of no such path, several where branches of a union differ. Numbers
 * lead into lists, also those that are written as text.
 *
 * @param present The value of which the schema is, where there is one: it says which branch of a union is meant.
 */
export const schemasAt = (
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  present?: Present,
): readonly SchemaAtPath[] => [...walk(schema, path, present, false)];

function keysOf(schema: z.core.$ZodType): string[] {
  const { shape, keyType, options, innerType } = definitionOf(schema);
  if (options !== undefined) return options.flatMap(keysOf);
  if (innerType !== undefined) return keysOf(innerType);
  const named = keyType === undefined ? undefined : definitionOf(keyType).entries;
  return Object.keys(shape ?? named ?? {});
}

/** The keys that a schema knows at the end of a path; of all branches of a union, unless a value says which is meant. */
export const keysAt = (schema: z.core.$ZodType, path: readonly PropertyKey[], present?: Present): string[] => [
  ...new Set(schemasAt(schema, path, present).flatMap((found) => keysOf(found.schema))),
];

function wordsOf(schema: z.core.$ZodType): readonly unknown[] | undefined {
  const { values, entries, options } = definitionOf(schema);
  if (options !== undefined) {
    const all = options.map(wordsOf);
    return all.includes(undefined) ? undefined : all.flat();
  }
  return values ?? (entries === undefined ? undefined : Object.values(entries));
}

/** The words of which a schema takes one at the end of a path; none where it takes anything else too. */
export function choicesAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemasAt(schema, path).map((at) => wordsOf(at.schema));
  return found.includes(undefined) ? [] : [...new Set(found.flat().map(String))];
}
