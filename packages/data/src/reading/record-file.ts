import type { Problem } from '../problem/problem.ts';
import type { Folder } from '../schema/record.ts';
import type { Register } from '../schema/register.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** The file of one record. */
export interface RecordFile extends YamlFile {
  readonly folder: Folder;
  /** The file's name without its ending, which is the record's id. */
  readonly id: string;
}

/** A file about all records: redirects, assertions, exceptions. */
export interface RegisterFile extends YamlFile {
  readonly register: Register;
}

/** What can be said about the text of a record's file before anything is asked of its values. */
export interface ParsedFile {
  readonly record: RecordFile;
  readonly problems: readonly Problem[];
}

/** Parses the text of one record. Nothing is thrown: what is wrong is told as problems. */
export function parseRecord(folder: Folder, file: string, id: string, text: string): ParsedFile {
  const { parsed, problems } = parseYaml(file, text);
  return { record: { ...parsed, folder, id }, problems };
}

/** Parses the text of one register. Nothing is thrown: what is wrong is told as problems. */
export function parseRegister(register: Register, file: string, text: string) {
  const { parsed, problems } = parseYaml(file, text);
  const found: RegisterFile = { ...parsed, register };
  return { register: found, problems };
}
