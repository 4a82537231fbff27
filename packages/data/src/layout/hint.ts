/** What begins a comment that tells what may be filled in; fmt takes it away once it is. */
const MARK = '#?';

const KEYED = /^#\? ([A-Za-z][A-Za-z0-9]*):/;

/** A comment that tells what a key of the record is for, and what to write for it. Further lines show how. */
export const hintFor = (key: string, what: string, example: readonly string[] = []): string[] => [
  `${MARK} ${key}: ${what}`,
  ...example.map((line) => `${MARK}   ${line}`),
];

/** Stands above the hints of a record. */
export const HEADING = `${MARK} Fill in what is known and delete the rest; counterclaim fmt takes away what is done:`;

const isHint = ({ text }: { readonly text: string }): boolean => text.startsWith(MARK);

const keyOf = ({ text }: { readonly text: string }): string | undefined => KEYED.exec(text)?.[1];

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The comments of a record without the hints that have done their work: those for keys that it has. */
export function withoutSpentHints<Comment extends { readonly text: string }>(
  comments: Iterable<Comment>,
  record: unknown,
): Comment[] {
  const values = (typeof record === 'object' && record !== null ? record : {}) as Readonly<Record<string, unknown>>;
  let spent = false;
  const left = [...comments].filter((comment) => {
    if (!isHint(comment)) return true;
    const key = keyOf(comment);
    // What is not about a key goes on with the hint above it.
    if (key !== undefined) spent = isFilled(values[key]);
    return !spent;
  });
  // A heading without a hint below it heads nothing.
  return left.some((comment) => keyOf(comment) !== undefined) ? left : left.filter((comment) => !isHint(comment));
}

/** Whether a text holds hints. */
export const holdsHints = (text: string): boolean => /^\s*#\?/m.test(text);
