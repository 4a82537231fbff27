import type { MarkdownPage } from './markdown-page.ts';

/**
 * One section of a document, without its heading, up to the next heading of its level.
 * @throws RangeError when the document has no such section
 */
export function sectionOf({ html }: Pick<MarkdownPage, 'html'>, id: string): string {
  const heading = new RegExp(`<h2 id="${id}">.*?</h2>`, 's').exec(html);
  if (heading === null) throw new RangeError(`The document has no section “${id}”.`);
  const rest = html.slice(heading.index + heading[0].length);
  const next = rest.indexOf('<h2 ');
  return (next < 0 ? rest : rest.slice(0, next)).trim();
}
