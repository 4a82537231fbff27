import { wordsOf } from '@counterclaim/domain';

/** Something that can be found by its name. */
interface Named {
  readonly label: string;
}

/**
 * The options of which each word of a text begins a word, in their order.
 * @param most how many are found at most
 */
export function searchOptions<Option extends Named>(
  options: readonly Option[],
  text: string,
  most: number,
): readonly Option[] {
  const asked = wordsOf(text);
  if (asked.length === 0) return [];
  const found: Option[] = [];
  for (const option of options) {
    if (found.length === most) break;
    const words = wordsOf(option.label);
    if (asked.every((each) => words.some((word) => word.startsWith(each)))) found.push(option);
  }
  return found;
}

/**
 * Which of some options is the active one after a key; a list without any has none, -1.
 * @param active the place of the active one before
 * @param count how many options there are
 */
export function activeAfter(key: 'ArrowDown' | 'ArrowUp', active: number, count: number): number {
  if (count === 0) return -1;
  return key === 'ArrowDown' ? (active + 1) % count : (Math.max(active, 0) + count - 1) % count;
}
