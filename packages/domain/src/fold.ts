/** Letters that readers treat as one in search, but Unicode does not decompose. */
const LETTER_FORMS: Readonly<Record<string, string>> = {
  // Arabic and Persian forms of one letter.
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ؤ: 'و',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  // Latin letters without a decomposition.
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/**
 * Folds a text for search: case, diacritics, Arabic and Persian letter forms and digits, joiners. Every
 * engine stores and asks with the same folded text, so that each finds the same set.
 */
export function fold(text: string): string {
  // Most names are of letters that need no more.
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u200B-\u200F\u0640\uFEFF]/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[^\p{ASCII}]/gu, (letter) => LETTER_FORMS[letter] ?? letter);
}

/**
 * The words of a folded text: runs of letters and digits, without repeats, in order of appearance. Of a run of more than 256
 * each 256 are a word: no engine indexes words of any length.
 */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return [...new Set(folded.match(isAscii(folded) ? /[a-z0-9]{1,256}/g : /[\p{L}\p{N}]{1,256}/gu) ?? [])];
}
