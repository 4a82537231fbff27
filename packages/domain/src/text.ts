/**
 * A document's text in the form in which positions and digests are taken: Unicode NFC, lines ending in
 * `\n`, no spaces at the ends of lines, no blank lines around it.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** The paragraphs of a normalised text, which blank lines separate; paragraph n is at index n − 1. */
export const paragraphsOf = (normalised: string): string[] => normalised.split(/\n{2,}/);

/** Code points of a text: the unit of positions, so that characters beyond the basic plane count once. */
export const codePointLength = (text: string): number => Array.from(text).length;

/** The code points `[start, end)` of a paragraph, or `null` when it is shorter. */
export function passageText(paragraph: string, start: number, end: number): string | null {
  const points = Array.from(paragraph);
  return start < end && end <= points.length ? points.slice(start, end).join('') : null;
}
