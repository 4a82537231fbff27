import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load, type Problem, recordsFolder, formatProblem, type Records } from '@counterclaim/data';

/** A folder of records as the reader of a message knows it: relative to where the command was called. */
export const shownFolder = (folder: string): string => relative(process.cwd(), folder) || '.';

/** Reads the records of a folder: the curated ones unless another is named. */
export const openRecords = (folder: string | undefined): Records => load(folder ?? fileURLToPath(recordsFolder));

/**
 * Problems as lines, each with the path by which the reader can open its file.
 *
 * @param shown How the folder is called, where that is not its path.
 */
export const problemLines = (problems: readonly Problem[], folder: string, shown = shownFolder(folder)): string =>
  problems.map((problem) => `${formatProblem(problem, shown)}\n`).join('');

/** A number with its noun. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
