import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/folder.ts';
import { zipOf, type Zipped } from '../../../testing/zip.ts';
import { fileBytes } from './file-bytes.ts';
import { inputFiles } from './input-file.ts';
import { ReadingError } from './reading-error.ts';

const TABLE = `id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},name ${index * 7919}`).join('\n')}\n`;

describe('the bytes of a file', () => {
  const folder = temporaryFolder();
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  };
  async function read(word: string): Promise<string> {
    const [file] = inputFiles([word]);
    if (file === undefined) throw new Error('no file');
    const chunks: Uint8Array[] = [];
    let share = 0;
    for await (const chunk of fileBytes(file, (read) => (share = read))) chunks.push(chunk);
    if (chunks.length > 0) expect(share).toBe(1);
    return Buffer.concat(chunks).toString();
  }
  const zip = (...files: Zipped[]): string => write('archive.zip', zipOf(files));
  const table: Zipped = { name: 'table.csv', content: TABLE };

  it('are those of a plain file, whatever it is called', async () => {
    expect(await read(write('table.csv', TABLE))).toBe(TABLE);
    expect(await read(write('table.csv.gz', TABLE))).toBe(TABLE);
    expect(await read(write('table.zip', TABLE))).toBe(TABLE);
    expect(await read(write('a:b.csv', TABLE))).toBe(TABLE);
    expect(await read(write('empty.csv', ''))).toBe('');
  });

  it('are unpacked of gzip, in one member or several', async () => {
    expect(await read(write('table.csv.gz', gzipSync(TABLE)))).toBe(TABLE);
    expect(await read(write('table.csv', Buffer.concat([gzipSync(TABLE), gzipSync('more\n')])))).toBe(`${TABLE}more\n`);
  });

  it('are unpacked of the one table in an archive', async () => {
    expect(await read(zip(table))).toBe(TABLE);
    expect(await read(zip({ name: 'data/', content: '' }, { name: 'readme.txt', content: 'x' }, table))).toBe(TABLE);
    expect(await read(zip({ name: '__MACOSX/._table.csv', content: 'x' }, table))).toBe(TABLE);
    expect(await read(zip({ name: 'events.txt', content: TABLE }))).toBe(TABLE);
  });

  it('are those of the file that is named in an archive', async () => {
    const path = zip(table, { name: 'years/2020.csv', content: 'other' });
    expect(await read(`${path}:years/2020.csv`)).toBe('other');
    await expect(read(`${path}:2020.csv`)).rejects.toThrow(
      `${path} holds no 2020.csv: name one of table.csv, years/2020.csv`,
    );
    await expect(read(path)).rejects.toThrow(
      `${path} holds several files, table.csv, years/2020.csv: name one as ${path}:table.csv`,
    );
  });

  it.each<[string, Zipped[], string]>([
    ['encrypted', [{ ...table, encrypted: true }], ':table.csv is encrypted: unpack it with its password'],
    ['packed in a rarer way', [{ ...table, method: 9 }], ':table.csv is packed in a way that is not read (method 9)'],
    ['with another checksum', [{ ...table, checksum: 1 }], ':table.csv is damaged, its checksum does not fit'],
    ['empty', [], ' is an archive without a file in it'],
    ['a spreadsheet', [{ name: '[Content_Types].xml', content: '' }], ' is a spreadsheet or another document'],
    ['with a way out of it', [{ ...table, name: '../table.csv' }], ' is cut off or damaged (invalid relative path'],
    ['with one name twice', [table, table], ' holds several files'],
  ])('are refused of an archive that is %s', async (_what, files, message) => {
    const path = zip(...files);
    await expect(read(path)).rejects.toThrow(`${path}${message}`);
    await expect(read(path)).rejects.toBeInstanceOf(ReadingError);
  });

  it('are refused of what was cut off', async () => {
    const archive = zipOf([table]);
    for (const length of [10, 1000, archive.length - 30, archive.length - 1]) {
      const path = write('cut.zip', archive.subarray(0, length));
      await expect(read(path)).rejects.toThrow(`${path} is cut off or damaged`);
    }
    const packed = gzipSync(TABLE);
    for (const length of [5, 1000, packed.length - 8, packed.length - 1]) {
      const path = write('cut.gz', packed.subarray(0, length));
      await expect(read(path)).rejects.toThrow(`${path} ends before its packed data does: it was cut off`);
    }
  });

  it('are refused of a file that went away', async () => {
    const path = write('table.csv', TABLE);
    const [file] = inputFiles([path]);
    rmSync(path);
    await expect(async () => {
      if (file !== undefined) for await (const chunk of fileBytes(file, () => undefined)) void chunk;
    }).rejects.toThrow(`${path} is not there any more`);
  });

  it('are the whole ones or refused in one line, however a packed file is damaged', async () => {
    const content = TABLE.slice(0, 2_000);
    const packed = [gzipSync(content), zipOf([{ ...table, content }])];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...packed),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat()),
        async (whole, edits, cut) => {
          const bytes = Buffer.from(whole);
          // What tells how it is packed stays: else it is a plain file.
          for (const [at, byte] of edits) bytes[4 + (at % (bytes.length - 4))] = byte;
          const path = write('damaged', cut === null ? bytes : bytes.subarray(0, 4 + (cut % (bytes.length - 4))));
          try {
            expect(await read(path)).toBe(content);
          } catch (error) {
            expect(error).toBeInstanceOf(ReadingError);
            expect((error as Error).message).toMatch(/^[^\n]+: [^\n]+$/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('files', () => {
  const folder = temporaryFolder();

  it('are refused where they are none, or named twice', () => {
    const path = join(folder.path, 'table.csv');
    writeFileSync(path, TABLE);
    expect(() => inputFiles(['-'])).toThrow(/^- names standard input/);
    expect(() => inputFiles([`${path}.gz`])).toThrow(`${path}.gz is not there`);
    expect(() => inputFiles([folder.path])).toThrow(`${folder.path} is a folder`);
    expect(() => inputFiles(['/dev/null'])).toThrow('/dev/null is no regular file');
    expect(() => inputFiles([path, path])).toThrow(`${path} is given twice`);
    expect(() => inputFiles([path, join(folder.path, '.', 'table.csv'), `${folder.path}/./table.csv`])).toThrow(
      /is given twice|are one file/,
    );
    expect(inputFiles([`${path}:a.csv`, `${path}:b.csv`])).toHaveLength(2);
  });
});
