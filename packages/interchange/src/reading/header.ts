import type { Layout, Problem, SourceColumn } from '../codec.ts';
import { type Known, recognise } from '../recognise.ts';

/** What a table's columns are, by what its first record says. */
export interface Header {
  /** The name of each cell's column, in order; `null` for a cell that nothing reads. */
  readonly columns: readonly (string | null)[];
  /** Whether the first record is the header, and not a record already. */
  readonly inFile: boolean;
  readonly problems: readonly Problem[];
}

/** The name of a column as it is looked up: case, and spaces around it, do not matter. */
const nameOf = (cell: string): string => cell.trim().toLowerCase();

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ');

/**
 * Finds the columns of a table in its first record, by name or, where there is no header, by the layout that it fits.
 *
 * @param formats Those that a table may be of that lacks required columns: it is then named.
 */
export function headerOf(
  first: readonly string[],
  line: number,
  columns: readonly SourceColumn[],
  layouts: readonly Layout[],
  formats: readonly Known[] = [],
): Header {
  const names = first.map(nameOf);
  const known = new Set(columns.map(({ name }) => name));
  const problems: Problem[] = [];
  const report = (weight: Problem['weight'], column: string | null, reason: string, remedy: string): void => {
    problems.push({ line, column, reason, remedy, weight });
  };

  if (!names.some((name) => known.has(name))) {
    const layout = layouts.find((candidate) => candidate.columns.length === first.length && candidate.fits(first));
    if (layout !== undefined) {
      report(
        'noted',
        null,
        `the file has no header: its ${first.length} cells are taken for the columns of the layout with as many`,
        'add the header line where they mean something else',
      );
      return {
        columns: layout.columns.map((name) => (known.has(name) ? name : null)),
        inFile: false,
        problems,
      };
    }
  }

  const repeated = [...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))];
  for (const name of repeated) {
    const places = names.flatMap((other, index) => (other === name ? [index + 1] : []));
    report(
      'refused',
      name,
      `columns ${places.join(' and ')} are both called ${JSON.stringify(name)}`,
      'take one away, or name it otherwise',
    );
  }
  const missing = columns.filter(({ name, required }) => required && !names.includes(name)).map(({ name }) => name);
  const other = missing.length > 0 ? recognise(names, formats) : undefined;
  if (other !== undefined && other.columns !== columns) {
    report('refused', null, `the header is that of ${other.format}`, `give the file as ${other.format}`);
    return { columns: names.map((name) => (known.has(name) ? name : null)), inFile: true, problems };
  }
  if (missing.length > 0) {
    const found = names.filter((name) => known.has(name)).length;
    const [only = ''] = first;
    const separator = first.length > 1 ? undefined : [';', '\t', '|'].find((mark) => only.includes(mark));
    report(
      'refused',
      null,
      separator === undefined
        ? `the header has ${found} of the format’s ${columns.length} columns, and lacks ${quoted(missing)}`
        : `the header’s cells are parted by ${JSON.stringify(separator)}`,
      separator === undefined
        ? 'name the format that the file is in, or give the file as its publisher offers it'
        : 'write the file with commas',
    );
  }
  const unknown = names.filter((name) => !known.has(name) && name !== '');
  const unnamed = names.flatMap((name, index) => (name === '' ? [index + 1] : []));
  if (unknown.length > 0) {
    report('noted', null, `the format has no columns ${quoted(unknown)}: they are not read`, 'none is needed');
  }
  if (unnamed.length > 0) {
    report('noted', null, `columns without a name are not read: number ${unnamed.join(', ')}`, 'none is needed');
  }
  return { columns: names.map((name) => (known.has(name) ? name : null)), inFile: true, problems };
}
