import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a text in the place of a file's, all of it or none: it is written beside the file first, then takes its name.
 * Whoever reads the file meanwhile finds the old text or the new one. A link stays a link.
 *
 * @throws Error when the folder or the file cannot be written; the file is then as it was.
 */
export function replaceFile(path: string, text: string): void {
  const target = realpathSync(path);
  // A name that begins with a dot is no record: what an interruption leaves behind is never read.
  const written = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(written, text);
    chmodSync(written, statSync(target).mode);
    renameSync(written, target);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
}
