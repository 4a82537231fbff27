/** A value of a record as messages show it, cut where it is long. */
export function quote(value: unknown): string {
  const text = String(JSON.stringify(value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}…"`;
}

/** A value as messages show it where it may be missing. */
export const shown = (value: unknown): string => (value === null ? 'nothing' : quote(value));

/** A value as it is written into a record, on one line of YAML, whole. */
export const written = (value: unknown): string => JSON.stringify(value);

/** A noun with its article. */
export const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Words for a list of choices: `a, b or c`. */
export const oneOf = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
