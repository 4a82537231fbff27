import { type Citation, permalink, PUBLISHER, stateNote } from './citation.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text as TeX sets it, on one line. Letters outside ASCII stay: the file is UTF-8. */
export const escapeTex = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\{}$&#%_^~]/g, (character) => ESCAPES[character] ?? `\\${character}`);

/** An address within braces: what would end or open a group is percent-encoded. */
const escapeUrl = (url: string): string => url.replaceAll(/[{}\\\s]/g, (character) => encodeURIComponent(character));

/** A citation key: ASCII letters, digits, hyphens and colons. */
const citationKey = (id: string): string =>
  `counterclaim:${id.replaceAll('/', ':').replaceAll(/[^A-Za-z0-9:-]+/g, '-')}`;

/** A BibTeX entry, which BibLaTeX and reference managers read too. */
export function formatBibtex(citation: Citation): string {
  const { id, title, accessed } = citation;
  return [
    `@misc{${citationKey(id)},`,
    `  author = {{${PUBLISHER}}},`,
    `  title = {{${escapeTex(title)}}},`,
    `  year = {${accessed.slice(0, 4)}},`,
    `  note = {${escapeTex(stateNote(citation))}},`,
    `  url = {${escapeUrl(permalink(citation))}},`,
    `  urldate = {${accessed}}`,
    '}',
    '',
  ].join('\n');
}
