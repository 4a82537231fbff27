/** How wide a letter of Source Sans 3 is on average, with room to spare, as a share of its size. */
const LETTER = 0.5;

const lettersIn = (width: number, size: number): number => Math.max(1, Math.floor(width / (size * LETTER)));

/**
 * Breaks a text into lines: SVG does not. A word that is longer than a line is broken where the line ends.
 *
 * @param width pixels of a line
 * @param size pixels of a letter's height
 */
export function wrapText(text: string, width: number, size: number): string[] {
  const most = lettersIn(width, size);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > most) {
      lines.push(line);
      line = '';
    }
    while (rest.length > most) {
      lines.push(rest.slice(0, most));
      rest = rest.slice(most);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** A text on at most so many lines; what is cut off, at the end of a word where there is one, is shown as an ellipsis. */
export function fitText(text: string, width: number, size: number, most = 1): string[] {
  const lines = wrapText(text, width, size);
  if (lines.length <= most) return lines;
  const letters = lettersIn(width, size) - 1;
  const last = lines[most - 1] ?? '';
  const word = last.lastIndexOf(' ');
  const kept = last.length <= letters ? last : last.slice(0, word > 0 ? word : letters);
  return [...lines.slice(0, most - 1), `${kept.replace(/[\s,;.]+$/, '')}…`];
}
