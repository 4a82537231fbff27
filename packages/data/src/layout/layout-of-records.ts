import type { Problem } from '../problem/problem.ts';
import type { RecordFile, RegisterFile } from '../reading/record-file.ts';
import type { Records } from '../reading/records.ts';
import { TYPE_OF } from '../schema/record-type.ts';
import { type Folder, recordSchemas } from '../schema/record.ts';
import { registerSchemas } from '../schema/register.ts';
import { layOut } from './layout.ts';
import { modelineFor } from './modeline.ts';

/** A file of records as it stands and as it should. */
export interface LaidOutFile {
  /** Path within the folder of records. */
  readonly file: string;
  readonly text: string;
  readonly laidOut: string;
}

/** The problems that keep a file's text from being understood, and so from being laid out. */
const UNREAD = new Set(['yaml', 'utf-8']);

/** The text of a record in the canonical layout, its schema named by the way from the folder of records to the schemas. */
export const layOutRecord = (folder: Folder, text: string, schemas: string): string =>
  layOut(text, recordSchemas[folder], modelineFor(`../${schemas}/${TYPE_OF[folder]}.json`));

/** A file in the canonical layout. */
export function layOutFile(file: RecordFile | RegisterFile, schemas: string): LaidOutFile {
  try {
    const laidOut =
      'folder' in file
        ? layOutRecord(file.folder, file.text, schemas)
        : layOut(file.text, registerSchemas[file.register], modelineFor(`${schemas}/${file.register}.json`));
    return { file: file.file, text: file.text, laidOut };
  } catch (error) {
    throw new Error(`${file.file}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Every file of records in the canonical layout, and the problems of those whose text cannot be understood.
 *
 * @param schemas The way from the folder of records to their JSON Schemas (`schemasFrom`).
 * @throws Error when a value would be another afterwards, which is a bug.
 */
export function layOutRecords(
  records: Records,
  schemas: string,
): { readonly files: readonly LaidOutFile[]; readonly problems: readonly Problem[] } {
  const problems = records.problems.filter(({ rule }) => UNREAD.has(rule));
  const unread = new Set(problems.map(({ file }) => file));
  const files = [...records.files, ...records.registers].filter(({ file }) => !unread.has(file));
  return { files: files.map((file) => layOutFile(file, schemas)), problems };
}
