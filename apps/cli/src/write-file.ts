import { chmodSync, linkSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A name beside a file that begins with a dot, so that what an interruption leaves behind is never read as a record. */
const besides = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);

/**
 * Puts a text in the place of a file's, all of it or none: it is written beside the file first, then takes its name.
 * Whoever reads the file meanwhile finds the old text or the new one. A link stays a link.
 *
 * @throws Error when the folder or the file cannot be written; the file is then as it was.
 */
export function replaceFile(path: string, text: string): void {
  const target = realpathSync(path);
  const written = besides(target);
  try {
    writeFileSync(written, text);
    chmodSync(written, statSync(target).mode);
    renameSync(written, target);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
}

/**
 * Makes a file of a text, all of it or none, and never in the place of one that is there.
 *
 * @throws Error when there is one, or the folder cannot be written.
 */
export function createFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const written = besides(path);
  try {
    writeFileSync(written, text);
    linkSync(written, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`${path} is there by now: nothing was written`, { cause: error });
  } finally {
    rmSync(written, { force: true });
  }
}
