import { type Citation, permalink, PUBLISHER, stateNote } from './citation.ts';

/** A value on one line: a line break would begin another field. */
const oneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what must not get into a field
  text.replaceAll(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();

/** A RIS record for reference managers; lines end in CR LF, as the format asks. */
export function formatRis(citation: Citation): string {
  const { id, title, accessed } = citation;
  const day = `${accessed.replaceAll('-', '/')}/`;
  const fields: readonly (readonly [tag: string, value: string])[] = [
    ['TY', 'ELEC'],
    ['ID', id],
    ['AU', `${PUBLISHER},`],
    ['TI', title],
    ['PB', PUBLISHER],
    ['PY', accessed.slice(0, 4)],
    ['DA', day],
    ['Y2', day],
    ['LA', 'en'],
    ['N1', stateNote(citation)],
    ['UR', permalink(citation)],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}
