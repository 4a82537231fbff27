import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSourceId } from '@counterclaim/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDocuments } from './documents.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const read = (source: string) => openDocuments(folder).text(ensureSourceId(source));

test('a text is read as it is at that moment', async () => {
  expect(await read('some-source')).toBeUndefined();
  for (const text of ['Two crates.\r\n', '📦 كابل']) {
    writeFileSync(join(folder, 'some-source.txt'), text);
    expect(await read('some-source')).toEqual({ ok: true, value: text });
  }
});

test('what is no text is told, and nothing breaks', async () => {
  writeFileSync(join(folder, 'latin-1.txt'), Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
  mkdirSync(join(folder, 'a-folder.txt'));
  writeFileSync(join(folder, 'a-book.txt'), 'x'.repeat(2 ** 20 + 1));
  symlinkSync('circle.txt', join(folder, 'circle.txt'));
  expect(await read('latin-1')).toEqual({
    ok: false,
    error: 'The file latin-1.txt is not UTF-8: save the text as UTF-8.',
  });
  expect(await read('a-folder')).toEqual({ ok: false, error: 'a-folder.txt is no file: save the text in its place.' });
  expect(await read('a-book')).toEqual({
    ok: false,
    error: 'The file a-book.txt has 1048577 bytes: at most 1048576 are read.',
  });
  expect(await read('circle')).toEqual({ ok: false, error: 'The file circle.txt cannot be read (ELOOP).' });
});

test('a folder that is none is refused in one line', () => {
  writeFileSync(join(folder, 'file'), '');
  for (const name of ['nowhere', 'file']) {
    expect(() => openDocuments(join(folder, name))).toThrow(
      `COUNTERCLAIM_SOURCES=${join(folder, name)}: ${join(folder, name)} is no folder. Name the one that holds the texts, by its whole path, or leave the variable out.`,
    );
  }
});
