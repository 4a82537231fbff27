const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const FACTORS: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000, million: 1_000_000 };
/** Words that speak of one or two without a numeral. */
const SPOKEN: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  another: 1,
  once: 1,
  only: 1,
  single: 1,
  sole: 1,
  both: 2,
  couple: 2,
  pair: 2,
  twice: 2,
  half: 0.5,
};

/** The number that one word is: `23`, `1,300`, `seven`, `twenty-three`. */
function numeral(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word.replaceAll(',', ''));
  const [first = '', second] = word.split('-');
  const ten = TENS.indexOf(first);
  const unit = UNITS.indexOf(second ?? first);
  if (second === undefined) return unit >= 0 ? unit : ten > 0 ? ten * 10 : undefined;
  return ten > 1 && unit > 0 && unit < 10 ? ten * 10 + unit : undefined;
}

/**
 * Every number that an English sentence can be read to speak of, in digits or in words: `two dozen` is 24, `half a dozen` 6,
 * `a rocket` 1, `both` 2. Ordinals are none.
 */
export function numbersIn(text: string): Set<number> {
  const numbers = new Set<number>();
  let before: number | undefined;
  for (const [word] of text.toLowerCase().matchAll(/\d[\d,]*(?:\.\d+)?(?![\d.]*(?:st|nd|rd|th))|[a-z]+(?:-[a-z]+)?/g)) {
    const factor = FACTORS[word.replace(/s$/, '')];
    if (factor !== undefined) before = (before ?? 1) * factor;
    else if (word === 'a' && before === 0.5) continue;
    else before = numeral(word) ?? SPOKEN[word];
    if (before !== undefined) numbers.add(before);
  }
  return numbers;
}
