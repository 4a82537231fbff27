import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneOf } from '../problem/phrase.ts';
import type { Problem } from '../problem/problem.ts';
import { type Folder, recordSchemas } from '../schema/record.ts';
import { type Register, registerSchemas } from '../schema/register.ts';
import { parseRecord, parseRegister, type RecordFile, type RegisterFile } from './record-file.ts';
import { Records } from './records.ts';
import type { YamlFile } from './yaml-file.ts';

const FOLDERS = Object.keys(recordSchemas) as Folder[];
const REGISTERS = Object.keys(registerSchemas) as Register[];
const ENDING = '.yml';

/**
 * The file beside the folders that a change of several files leaves behind when it is interrupted: a JSON object
 * `{files: [{file, before, after}]}` of their texts, `null` where there is none.
 */
export const UNFINISHED = 'unfinished-change.json';

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
 * Reads the records `actors/<id>.yml`, `places/<id>.yml`, `events/<id>.yml` and `sources/<id>.yml` of a folder, and
 * `redirects.yml`, `assertions.yml` and `exceptions.yml` beside them, where they are there.
 * What is wrong with the files is told as problems of the result, never thrown.
 *
 * @throws Error when the folder cannot be read or holds none of the four.
 */
export function load(folder: string | URL): Records {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder;
  const files: RecordFile[] = [];
  const registers: RegisterFile[] = [];
  const problems: Problem[] = [];
  const layout = (file: string, what: string, remedy: string): void => {
    problems.push({ file, line: 1, column: 1, rule: 'layout', what, remedy });
  };
  /** A file's text, or nothing where there is none; `sound` is whether its bytes are UTF-8. */
  const read = (file: string): { text: string; sound: boolean } | undefined => {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(root, file));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      layout(file, `the file cannot be read (${code})`, 'make it a readable file');
      return undefined;
    }
    const { text, invalid } = decode(bytes);
    if (invalid === undefined) return { text, sound: true };
    const what = 'bytes that are no UTF-8';
    problems.push({ file, ...invalid, rule: 'utf-8', what, remedy: 'save the file as UTF-8' });
    return { text, sound: false };
  };
  /** What a parsed file holds, which is a guess where the bytes were none of its encoding: only that it is there is known. */
  const known = <File extends YamlFile>(file: File, found: readonly Problem[], sound: boolean): File => {
    if (!sound) return { ...file, readable: false, value: null };
    problems.push(...found);
    return file;
  };
  for (const { name: entry, isFolder } of entriesOf(root)) {
    const register = isFolder ? undefined : REGISTERS.find((name) => `${name}${ENDING}` === entry);
    if (register !== undefined) {
      const found = read(entry);
      if (found === undefined) continue;
      const parsed = parseRegister(register, entry, found.text);
      registers.push(known(parsed.register, parsed.problems, found.sound));
      continue;
    }
    if (entry === UNFINISHED) {
      layout(
        entry,
        'a change of several files was interrupted',
        'run counterclaim correct, retract or rename: each first puts these files back as they were',
      );
      continue;
    }
    const folder = FOLDERS.find((name) => name === entry);
    if (folder === undefined || !isFolder) {
      layout(
        entry,
        `no ${isFolder ? 'folder' : 'file'} of records`,
        `records are files in ${FOLDERS.join(', ')}, beside ${oneOf(REGISTERS.map((name) => `${name}${ENDING}`))}: move it there, or out of the folder of records`,
      );
      continue;
    }
    for (const { name, isFolder: nested } of entriesIn(join(root, folder))) {
      const file = `${folder}/${name}`;
      if (nested || !name.endsWith(ENDING)) {
        layout(file, nested ? 'a folder among records' : 'no record', `records are ${folder}/<id>${ENDING}`);
        continue;
      }
      const found = read(file);
      if (found === undefined) continue;
      const parsed = parseRecord(folder, file, name.slice(0, -ENDING.length), found.text);
      files.push(known(parsed.record, parsed.problems, found.sound));
    }
  }
  return new Records(root, files, problems, registers);
}
