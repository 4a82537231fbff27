import type { Codec, Problem, SourceRow, TableItem } from '../codec.ts';
import type { Known } from '../recognise.ts';
import { type Encoding, utf8Of } from './encoding.ts';
import { headerOf } from './header.ts';
import { type RawRecord, recordsOf } from './records.ts';

export interface ReadTableOptions {
  /** How many bytes a record may have; 1 MiB unless said otherwise. The longest real rows have some thousands. */
  readonly maximumRecord?: number;
  /** Formats by which a table that was given as another is named: `CODECS`. */
  readonly formats?: readonly Known[];
  /** What the file is called, where the table comes in several. */
  readonly file?: string | undefined;
}

/** How files begin that are no text. */
const MAGIC: readonly (readonly [what: string, bytes: readonly number[], remedy: string])[] = [
  ['a gzip file', [0x1f, 0x8b], 'unpack it first'],
  ['a zip file, or a spreadsheet', [0x50, 0x4b, 0x03, 0x04], 'unpack it first, or save the sheet as CSV'],
  ['an old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0], 'save the sheet as CSV'],
  ['UTF-16 text', [0xff, 0xfe], 'save it as UTF-8'],
  ['UTF-16 text', [0xfe, 0xff], 'save it as UTF-8'],
];

/** What UTF-8 looks like that was taken for Windows-1252: a small letter with an accent is two characters. */
const MISREAD =
  /[\u00c2\u00c3\u00d8\u00d9][\u00a0-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122]/;

const FAULTS = {
  'stray-quote': {
    weight: 'rejected',
    reason: 'a quotation mark stands within a cell that does not begin with one',
    remedy: 'put the cell in quotation marks, and double those within it',
  },
  'unclosed-quote': {
    weight: 'refused',
    reason: 'a quotation mark opens within this record, and none closes it where a cell can end',
    remedy: 'close it, or double the quotation marks that belong to the text',
  },
} as const;

/**
 * Reads a table as CSV: its rows by column name, and what is wrong with it, in the order of its lines.
 *
 * The header is matched by name. It may be missing where a layout fits the first record. UTF-8 with or without a byte order mark
 * is read, and Windows-1252 (so Latin-1 too) where the bytes are no UTF-8. Memory does not grow with the file. After a problem
 * that is `refused` nothing follows. What the source of the bytes throws is thrown.
 */
export async function* readTable(
  chunks: AsyncIterable<Uint8Array>,
  { columns, layouts }: Pick<Codec, 'columns' | 'layouts'>,
  { maximumRecord = 1024 * 1024, formats = [], file }: ReadTableOptions = {},
): AsyncGenerator<TableItem, void, undefined> {
  const encoding: Encoding = { name: 'ascii', damaged: false };
  const opening: Opening = { bytes: [] };
  let names: readonly (string | null)[] | undefined;
  let toldEncoding = false;
  let rows = 0;
  let empty = 0;

  for await (const record of recordsOf(utf8Of(watched(chunks, opening), encoding), maximumRecord)) {
    if (names === undefined) {
      const binary = MAGIC.find(([, bytes]) => bytes.every((byte, index) => opening.bytes[index] === byte));
      if (binary !== undefined || opening.bytes.includes(0)) {
        const [what, , remedy] = binary ?? ['no text', [], 'give a CSV file'];
        yield problem('refused', null, null, `the file is ${what}, and no CSV`, remedy);
        return;
      }
      if (record.cells === null) {
        yield faulty(record, [], maximumRecord);
        if (record.fault === 'stray-quote') {
          yield problem('refused', record.line, null, 'the header cannot be read', 'write it as CSV');
        }
        return;
      }
      const header = headerOf(record.cells, record.line, columns, layouts, formats);
      for (const found of header.problems) yield { type: 'problem', problem: found };
      if (header.problems.some(({ weight }) => weight === 'refused')) return;
      names = header.columns;
      if (header.inFile) continue;
    }
    if (!toldEncoding && encoding.name === 'windows-1252') {
      toldEncoding = true;
      yield problem(
        'noted',
        null,
        null,
        'the file is not UTF-8: it is read as Windows-1252, of which Latin-1 is a part',
        'save it as UTF-8 if letters with accents come out wrong',
      );
    }
    if (record.cells === null) {
      yield faulty(record, names, maximumRecord);
      if (record.fault !== 'stray-quote') return;
      continue;
    }
    const { cells, line } = record;
    if (cells.every((cell) => cell === '')) {
      empty += 1;
      continue;
    }
    rows += 1;
    if (cells.length !== names.length) {
      const few = cells.length < names.length;
      yield problem(
        'rejected',
        line,
        few ? (names[cells.length] ?? null) : null,
        `the record has ${cells.length} cells, and the table ${names.length} columns`,
        few
          ? 'add what is missing; a line break within a cell must stand in quotation marks'
          : 'put cells that hold a comma in quotation marks',
      );
      continue;
    }
    const broken = encoding.name === 'ascii' ? undefined : damaged(cells, names, encoding);
    if (broken !== undefined) {
      yield problem('rejected', line, broken, `the file mixes encodings: ${mixed[encoding.name]}`, MIXED_REMEDY);
      continue;
    }
    yield { type: 'row', row: rowOf(cells, names, line, file) };
  }

  if (names === undefined) {
    yield problem('refused', null, null, 'the file is empty', 'give a file with a header and rows');
  } else if (rows === 0) {
    yield problem('refused', null, null, 'the file has a header and no row', 'give the file with its rows');
  } else if (empty > 0) {
    yield problem('noted', null, null, `${empty} records of empty cells are passed over`, 'none is needed');
  }
}

/** How a file begins, before anything is made of it. */
interface Opening {
  bytes: number[];
}

async function* watched(chunks: AsyncIterable<Uint8Array>, opening: Opening): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (opening.bytes.length < 64) opening.bytes.push(...chunk.subarray(0, 64 - opening.bytes.length));
    yield chunk;
  }
}

const problem = (
  weight: Problem['weight'],
  line: number | null,
  column: string | null,
  reason: string,
  remedy: string,
): TableItem => ({ type: 'problem', problem: { line, column, reason, remedy, weight } });

function faulty(
  { line, cell, fault }: Extract<RawRecord, { cells: null }>,
  names: readonly (string | null)[],
  maximum: number,
): TableItem {
  const column = names[cell] ?? null;
  if (fault === 'too-long') {
    return problem(
      'refused',
      line,
      column,
      `the record that begins here is longer than ${maximum} bytes`,
      'look for a quotation mark in it that is never closed, or for line breaks that are missing',
    );
  }
  const { weight, reason, remedy } = FAULTS[fault];
  return problem(weight, line, column, reason, remedy);
}

const MIXED_REMEDY = 'save the whole file as UTF-8';
const mixed = {
  ascii: '',
  'utf-8': 'it is UTF-8, and this cell is not',
  'windows-1252': 'it is Windows-1252, and this cell is UTF-8',
} as const;

/** The first column whose cell is in another encoding than the file; `undefined` where none is. */
function damaged(
  cells: readonly string[],
  names: readonly (string | null)[],
  { name, damaged: bytes }: Encoding,
): string | null | undefined {
  if (name === 'utf-8' && !bytes) return undefined;
  const at = cells.findIndex((cell) => (name === 'utf-8' ? cell.includes('\ufffd') : MISREAD.test(cell)));
  return at === -1 ? undefined : (names[at] ?? null);
}

function rowOf(
  cells: readonly string[],
  names: readonly (string | null)[],
  line: number,
  file: string | undefined,
): SourceRow {
  const byName: Record<string, string> = {};
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    if (name !== null && name !== undefined) byName[name] = cells[index] ?? '';
  }
  return { line, file, cells: byName };
}
