import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { bytesOf, gather } from '../../test/bytes.ts';
import type { Codec, Problem, SourceRow } from '../codec.ts';
import { readTable, type ReadTableOptions } from './read-table.ts';

const format: Pick<Codec, 'columns' | 'layouts'> = {
  columns: [
    { name: 'id', required: true, use: 'used' },
    { name: 'place', required: true, use: 'used' },
    { name: 'dead', required: true, use: 'used' },
    { name: 'note', required: false, use: 'ignored', reason: 'it is a test' },
  ],
  layouts: [{ columns: ['id', 'place', 'dead', 'more'], fits: ([id = '']) => /^\d+$/.test(id) }],
};

async function read(
  content: string | Uint8Array,
  options?: ReadTableOptions,
  size?: number,
): Promise<{ rows: SourceRow[]; problems: Problem[] }> {
  const items = await gather(readTable(bytesOf(content, size), format, options));
  return {
    rows: items.flatMap((item) => (item.type === 'row' ? [item.row] : [])),
    problems: items.flatMap((item) => (item.type === 'problem' ? [item.problem] : [])),
  };
}

const HEADER = 'id,place,dead\n';

test('rows come by column name, with the line on which they begin', async () => {
  const { rows, problems } = await read('id,place,dead\r\n1,"two\r\nlines",3\r\n\r\n2,"a\nb\r\nc",4\r\n3,Ghazni,5\r\n');
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    { line: 2, cells: { id: '1', place: 'two\r\nlines', dead: '3' } },
    { line: 5, cells: { id: '2', place: 'a\nb\r\nc', dead: '4' } },
    { line: 8, cells: { id: '3', place: 'Ghazni', dead: '5' } },
  ]);
});

test('columns are found by name, whatever their order, case and the spaces around them', async () => {
  const { rows } = await read(' Dead ,ID,PLACE\n3,1,Kabul\n');
  expect(rows).toEqual([{ line: 2, cells: { id: '1', place: 'Kabul', dead: '3' } }]);
});

test('a byte order mark, any line end, and chunks of any size change nothing', async () => {
  const plain = 'id,place,dead\n1,Bogotá,3\n2,کابل,4\n';
  const { rows } = await read(plain);
  for (const ending of ['\n', '\r\n', '\r']) {
    for (const size of [1, 2, 3, 5, 1000]) {
      const text = `\ufeff${plain.replaceAll('\n', ending)}`;
      expect(await read(text, {}, size)).toEqual({ rows, problems: [] });
    }
  }
});

test('bytes that are no UTF-8 are read as Windows-1252, with a byte order mark or without, and it is said', async () => {
  const text = Buffer.concat([
    Buffer.from('id,place,dead\n1,Bogot'),
    Buffer.from([0xe1]),
    Buffer.from(' \x93,3\n', 'latin1'),
  ]);
  for (const bytes of [text, Buffer.concat([Buffer.from('\ufeff'), text])]) {
    const { rows, problems } = await read(bytes);
    expect(rows).toEqual([{ line: 2, cells: { id: '1', place: 'Bogotá “', dead: '3' } }]);
    expect(problems).toMatchObject([{ weight: 'noted', reason: expect.stringContaining('Windows-1252') as string }]);
  }
});

test('a cell in another encoding than the file is named by line and column', async () => {
  const utf8 = Buffer.concat([
    Buffer.from(`${HEADER}1,Bogotá é,3\n2,Bogot`),
    Buffer.from([0xe1]),
    Buffer.from(',4\n3,Cali,5\n'),
  ]);
  const one = await read(utf8);
  expect(one.rows.map(({ cells }) => cells['id'])).toEqual(['1', '3']);
  expect(one.problems).toMatchObject([
    { weight: 'rejected', line: 3, column: 'place', reason: expect.stringContaining('mixes encodings') as string },
  ]);
  const latin = Buffer.concat([
    Buffer.from(HEADER),
    Buffer.from('1,Bogotá é á,3\n', 'latin1'),
    Buffer.from('2,Bogotá,4\n'),
  ]);
  const other = await read(latin);
  expect(other.rows.map(({ cells }) => cells['place'])).toEqual(['Bogotá é á']);
  expect(other.problems.at(-1)).toMatchObject({ weight: 'rejected', line: 3, column: 'place' });
});

test('letters beyond ASCII may come late', async () => {
  const ascii = `${HEADER}${'1,Kabul,3\n'.repeat(5)}`;
  const { rows, problems } = await read(Buffer.concat([Buffer.from(ascii), Buffer.from('2,Bogotá,1\n', 'latin1')]));
  expect(rows.at(-1)?.cells['place']).toBe('Bogotá');
  expect(problems).toHaveLength(1);
});

test('a table without a header is known by its layout', async () => {
  const { rows, problems } = await read('7,Kabul,3,x\n8,Herat,4,y\n');
  expect(rows).toEqual([
    { line: 1, cells: { id: '7', place: 'Kabul', dead: '3' } },
    { line: 2, cells: { id: '8', place: 'Herat', dead: '4' } },
  ]);
  expect(problems).toMatchObject([{ weight: 'noted', line: 1 }]);
});

test.each([
  ['two columns of one name', 'id,place,dead,Place\n1,a,2,b\n', 'place', 'columns 2 and 4 are both called "place"'],
  ['required columns are missing', 'id,town\n1,a\n', null, 'lacks "place", "dead"'],
  ['another separator', 'id;place;dead\n1;a;2\n', null, 'parted by ";"'],
  ['an empty file', '', null, 'empty'],
  ['a byte order mark alone', '\ufeff', null, 'empty'],
  ['a header alone', HEADER, null, 'no row'],
  ['a zip file', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 1, 2, 3]), null, 'zip'],
  ['a gzip file', Buffer.from([0x1f, 0x8b, 8, 0, 10, 0]), null, 'gzip'],
  ['UTF-16', Buffer.from('\ufeffid,place,dead\n1,a,2\n', 'utf16le'), null, 'UTF-16'],
])('%s is refused', async (_, content, column, reason) => {
  const { rows, problems } = await read(content);
  expect(rows).toEqual([]);
  expect(problems.filter(({ weight }) => weight === 'refused')).toMatchObject([
    { column, reason: expect.stringContaining(reason) as string, remedy: expect.stringMatching(/./) as string },
  ]);
});

test('unknown columns are told once', async () => {
  const { rows, problems } = await read('id,place,dead,colour,,size\n1,a,2,red,x,9\n2,b,3,blue,y,8\n');
  expect(rows).toHaveLength(2);
  expect(problems).toMatchObject([
    { weight: 'noted', reason: expect.stringContaining('"colour", "size"') as string },
    { weight: 'noted', reason: expect.stringContaining('number 5') as string },
  ]);
});

test('a record with more or fewer cells than the header is rejected, and reading goes on', async () => {
  const { rows, problems } = await read(`${HEADER}1,a\n2,b,3\n3,c,4,5\n,,\n4,d,5\n`);
  expect(rows.map(({ line }) => line)).toEqual([3, 6]);
  expect(problems).toMatchObject([
    { weight: 'rejected', line: 2, column: 'dead' },
    { weight: 'rejected', line: 4, column: null },
    { weight: 'noted', line: null },
  ]);
});

test('a quotation mark within a cell costs its record', async () => {
  const { rows, problems } = await read(`${HEADER}1,a "b" c,2\n2,b,3\n`);
  expect(rows.map(({ line }) => line)).toEqual([3]);
  expect(problems[0]).toMatchObject({ weight: 'rejected', line: 2, column: 'place' });
});

test.each([
  ['to the end of the file', `${HEADER}1,a,2\n2,"b,3\n3,c,4\n`],
  ['up to the next quotation mark', `${HEADER}1,a,2\n2,"b,3\n3,"c",4\n4,d,5\n`],
])('a quotation mark that never closes, %s, ends reading where it opened', async (_, content) => {
  const { rows, problems } = await read(content);
  expect(rows.map(({ line }) => line)).toEqual([2]);
  expect(problems).toMatchObject([{ weight: 'refused', line: 3, column: 'place' }]);
});

test('a record longer than memory is refused after as many bytes as it may have', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(`${HEADER}1,a,2\n2,`));
    const piece = Buffer.alloc(64 * 1024, 'x');
    for (; given < 2 ** 31; given += piece.length) yield piece;
  }
  const items = await gather(readTable(endless(), format, { maximumRecord: 100_000 }));
  expect(items).toMatchObject([
    { type: 'row' },
    { type: 'problem', problem: { weight: 'refused', line: 3, column: 'place' } },
  ]);
  expect(given).toBeLessThan(1_000_000);
});

test('what cannot be read from is thrown', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(HEADER));
    throw new Error('the disk is gone');
  }
  await expect(gather(readTable(failing(), format))).rejects.toThrow('the disk is gone');
});

test('whatever is written as CSV is read back', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !text.includes('\0') && text.isWellFormed());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat().map(String), cell, cell), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 40 }),
      async (records, size) => {
        const text = stringify([['id', 'place', 'dead'], ...records], { quoted_match: /[\r\n]/ });
        const { rows } = await read(text, {}, size);
        expect(rows.map(({ cells }) => [cells['id'], cells['place'], cells['dead']])).toEqual(records);
      },
    ),
  );
});

test('damaged bytes anywhere never throw, and every row lost is told', async () => {
  const table = Buffer.from(
    stringify([['id', 'place', 'dead'], ...Array.from({ length: 20 }, (_, n) => [`${n}`, 'Bogotá, "D.C."', '3'])]),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: table.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 200 }),
      async (changes, size) => {
        const bytes = Buffer.from(table);
        for (const [at, byte] of changes) bytes[at] = byte;
        const { rows, problems } = await read(bytes, {}, size);
        if (rows.length < 20) expect(problems).not.toEqual([]);
        for (const { reason, remedy } of problems) expect(reason && remedy).toBeTruthy();
      },
    ),
  );
});
