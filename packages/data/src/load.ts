import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from './problem.ts';
import { type Folder, recordSchemas } from './record.ts';
import { parseRecord, type RecordFile } from './record-file.ts';
import { Records } from './records.ts';

const FOLDERS = Object.keys(recordSchemas) as Folder[];
const ENDING = '.yml';

const decoder = (): TextDecoder => new TextDecoder('utf-8', { fatal: true });

/** The text of a file and, where its bytes are no UTF-8, the line and column of the first that is not. */
function decode(bytes: Uint8Array): { text: string; invalid?: { line: number; column: number } } {
  try {
    return { text: decoder().decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    let start = 0;
    for (let line = 1; ; line += 1) {
      const newline = bytes.indexOf(0x0a, start);
      const end = newline < 0 ? bytes.length : newline;
      const column = firstInvalidColumn(bytes.subarray(start, end));
      if (column !== null || newline < 0) return { text, invalid: { line, column: column ?? 1 } };
      start = newline + 1;
    }
  }
}

/** The column of the first character of a line that is no UTF-8, or `null`. No character spans two lines. */
function firstInvalidColumn(line: Uint8Array): number | null {
  try {
    decoder().decode(line);
    return null;
  } catch {
    let decoded = '';
    try {
      const stream = decoder();
      for (const byte of line) decoded += stream.decode(Uint8Array.of(byte), { stream: true });
    } catch {
      // The character that begins after those that were decoded is the one.
    }
    return decoded.length + 1;
  }
}

/** Says how to name the folder of records. */
const wantsFolders = `name the folder that holds ${FOLDERS.join(', ')}`;

/** The entries of the folder of records. */
function entriesOf(root: string): Entry[] {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`${root} is no folder: ${wantsFolders}`);
  }
  const entries = entriesIn(root);
  if (entries.some(({ name, isFolder }) => isFolder && (FOLDERS as string[]).includes(name))) return entries;
  throw new Error(`${root} holds no records: ${wantsFolders}`);
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Entries of a folder that are not hidden, sorted: no result depends on the file system's order. */
const entriesIn = (folder: string): Entry[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Reads the records `actors/<id>.yml`, `places/<id>.yml`, `events/<id>.yml` and `sources/<id>.yml` of a folder.
 * What is wrong with the files is told as problems of the result, never thrown.
 *
 * @throws Error when the folder cannot be read or holds none of the four.
 */
export function load(folder: string | URL): Records {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder;
  const files: RecordFile[] = [];
  const problems: Problem[] = [];
  const layout = (file: string, what: string, remedy: string): void => {
    problems.push({ file, line: 1, column: 1, rule: 'layout', what, remedy });
  };
  for (const { name: folderName, isFolder } of entriesOf(root)) {
    const known = FOLDERS.find((name) => name === folderName);
    if (known === undefined || !isFolder) {
      layout(
        folderName,
        `no ${isFolder ? 'folder' : 'file'} of records`,
        `records are files in ${FOLDERS.join(', ')}: move it there, or out of the folder of records`,
      );
      continue;
    }
    for (const { name, isFolder: nested } of entriesIn(join(root, known))) {
      const file = `${known}/${name}`;
      if (nested || !name.endsWith(ENDING)) {
        layout(file, nested ? 'a folder among records' : 'no record', `records are ${known}/<id>${ENDING}`);
        continue;
      }
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(join(root, known, name));
      } catch (error) {
        layout(
          file,
          `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
          'make it a readable file',
        );
        continue;
      }
      const { text, invalid } = decode(bytes);
      const parsed = parseRecord(known, file, name.slice(0, -ENDING.length), text);
      if (invalid === undefined) {
        files.push(parsed.record);
        problems.push(...parsed.problems);
      } else {
        // What the bytes mean is a guess: only that the file is there is known.
        files.push({ ...parsed.record, readable: false, value: null });
        problems.push({
          file,
          ...invalid,
          rule: 'utf-8',
          what: 'bytes that are no UTF-8',
          remedy: 'save the file as UTF-8',
        });
      }
    }
  }
  return new Records(root, files, problems);
}
