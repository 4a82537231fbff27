/** A whole number with commas between thousands, the same on every machine: "12,400". */
export const formatNumber = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/**
 * How many of something: "1 claim", "12 claims", "0 claims".
 *
 * @param many The plural, where it is not the singular with an s.
 */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** A list in a sentence: "a", "a and b", "a, b and c". */
export function formatList(items: readonly string[], last = 'and'): string {
  const head = items.slice(0, -1);
  const tail = items.at(-1) ?? '';
  return head.length === 0 ? tail : `${head.join(', ')} ${last} ${tail}`;
}
