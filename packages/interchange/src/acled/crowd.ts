import type { Quantity } from '@counterclaim/domain';

const number = (text: string): number => Number(text.replaceAll(',', ''));
const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d{1,8})';

const PATTERNS: readonly (readonly [
  pattern: RegExp,
  bound: 'about' | 'at-least' | 'at-most' | 'more-than' | 'exact',
])[] = [
  [new RegExp(`^(?:about|around|approximately|roughly|some|an estimated|nearly|almost) ${NUMBER}$`), 'about'],
  [new RegExp(`^at least ${NUMBER}$`), 'at-least'],
  [new RegExp(`^(?:more than|over) ${NUMBER}$`), 'more-than'],
  [new RegExp(`^(?:up to|at most) ${NUMBER}$`), 'at-most'],
  [new RegExp(`^${NUMBER}$`), 'exact'],
];

/**
 * How many came to a demonstration, by the tag `crowd size=…`; `undefined` where the tag is missing or tells no number. A number that its
 * words bound in some other way is “some”: it is not guessed.
 */
export function crowdSize(tags: string): Quantity | undefined {
  const words = /(?:^|;)\s*crowd size\s*=\s*([^;]+)/i.exec(tags)?.[1]?.trim().toLowerCase();
  if (words === undefined || words === 'no report') return undefined;
  const [, low = '', high = ''] =
    new RegExp(`^(?:between )?${NUMBER}(?:\\s*[-\\u2013]\\s*| (?:and|to) )${NUMBER}$`).exec(words) ?? [];
  if (low !== '' && number(low) <= number(high)) return { bound: 'between', min: number(low), max: number(high) };
  for (const [pattern, bound] of PATTERNS) {
    const value = number(pattern.exec(words)?.[1] ?? '0');
    if (value > 0) return { bound, value };
  }
  return { bound: 'unquantified' };
}
