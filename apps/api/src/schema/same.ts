/**
 * A type as JSON has it: nothing is read-only, and an optional field may as well be undefined. What is left is what a
 * published schema and a domain type must have in common.
 */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly [infer First, infer Second]
    ? [Plain<First>, Plain<Second>]
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : { -readonly [Key in keyof T]: Plain<T[Key]> | (Record<never, never> extends Pick<T, Key> ? undefined : never) };

/** `true` where two types describe the same JSON, else a type that `true` does not fit. */
export type Same<A, B> = [Plain<A>] extends [Plain<B>]
  ? [Plain<B>] extends [Plain<A>]
    ? true
    : { readonly missingInFirst: Plain<B> }
  : { readonly missingInSecond: Plain<A> };

/** Fails to compile where a schema and the type it publishes differ: `ensureSame<Same<z.output<typeof schema>, Type>>()`. */
export function ensureSame<Verdict extends true>(): Verdict | undefined {
  return undefined;
}
