/** A text that is no Markdown of ours, as Markdown that shows just that text, on one line. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~&]/g, String.raw`\$&`);

/** A text as code: with a fence longer than any run of backticks in it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`;
}

/** A table, aligned by its head: `n` is a column of numbers. */
export function table(
  head: readonly { readonly text: string; readonly n?: true }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head.map(({ text }) => text)) + line(head.map(({ n }) => (n ? '--:' : '---'))) + rows.map(line).join('');
}

/** A list with one item a line; nothing of nothing. */
export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');
