import {
  closeSync,
  existsSync,
  ftruncateSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Bytes gathered before they are written, and copied at once. */
const PIECE = 64 * 1024;

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder: make it, or name another file with --report',
  EACCES: 'allow writing in its folder, or name another file with --report',
  EPERM: 'allow writing in its folder, or name another file with --report',
  EROFS: 'its disk cannot be written: name another file with --report',
  ENOSPC: 'free some space there, or name another file with --report',
  EDQUOT: 'free some space there, or name another file with --report',
};

function explainWriting(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new Error(`the report ${path} cannot be written (${code}): ${REMEDIES[code] ?? 'see to the disk'}`, {
    cause: error,
  });
}

/**
 * A report in JSON Lines that comes to be at once, when it is published. Until then its lines are in a file without a name, in the
 * same folder, so that whatever ends the process leaves nothing behind.
 */
export class ReportFile {
  readonly #path: string;
  readonly #numbered: boolean;
  readonly #draft: number;
  #waiting = '';
  #written = 0;
  #lines = 0;

  /**
   * @param path Where the report will be.
   * @param numbered Whether, where a file is there already, `name-2.jsonl` is taken, and so on; else that is refused.
   * @throws Error when a file is there, or its folder cannot be written.
   */
  constructor(path: string, numbered: boolean) {
    if (!numbered && existsSync(path)) {
      throw new Error(
        `the report ${path} is there already, and is not written over: move it away, or name another file with --report`,
      );
    }
    this.#path = path;
    this.#numbered = numbered;
    const name = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    try {
      this.#draft = openSync(name, 'wx+');
      rmSync(name);
    } catch (error) {
      throw explainWriting(error, path);
    }
  }

  /** Adds a line. */
  add(line: object): void {
    this.#waiting += `${JSON.stringify(line)}\n`;
    this.#lines += 1;
    if (this.#waiting.length >= PIECE) this.#write();
  }

  /** What was added by now: `cutTo` takes back what was added since. */
  mark(): { readonly bytes: number; readonly lines: number } {
    this.#write();
    return { bytes: this.#written, lines: this.#lines };
  }

  cutTo({ bytes, lines }: ReturnType<ReportFile['mark']>): void {
    this.#waiting = '';
    ftruncateSync(this.#draft, bytes);
    this.#written = bytes;
    this.#lines = lines;
  }

  /**
   * Gives the report its name, whole.
   *
   * @returns Its path; `undefined` where it has no line, and none is made.
   * @throws Error when it cannot be written.
   */
  publish(): string | undefined {
    this.#write();
    if (this.#lines === 0) return undefined;
    const copy = join(dirname(this.#path), `.${basename(this.#path)}.${process.pid}.tmp`);
    try {
      const handle = openSync(copy, 'wx');
      try {
        const piece = Buffer.alloc(PIECE);
        for (let at = 0; at < this.#written;) {
          const read = readSync(this.#draft, piece, 0, PIECE, at);
          for (let put = 0; put < read;) put += writeSync(handle, piece, put, read - put);
          at += read;
        }
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      return this.#name(copy);
    } catch (error) {
      throw explainWriting(error, this.#path);
    } finally {
      rmSync(copy, { force: true });
    }
  }

  /** Frees what it holds; it cannot be added to any more. */
  close(): void {
    closeSync(this.#draft);
  }

  /** Takes the first free name, so that nothing is written over even by another process. */
  #name(copy: string): string {
    for (let number = 1; ; number += 1) {
      const path = number === 1 ? this.#path : this.#path.replace(/(\.\w+)?$/, `-${number}$1`);
      try {
        linkSync(copy, path);
        return path;
      } catch (error) {
        if (!this.#numbered || (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }

  #write(): void {
    const bytes = Buffer.from(this.#waiting);
    this.#waiting = '';
    try {
      for (let put = 0; put < bytes.length;) {
        const count = writeSync(this.#draft, bytes, put, bytes.length - put, this.#written);
        put += count;
        this.#written += count;
      }
    } catch (error) {
      throw explainWriting(error, this.#path);
    }
  }
}
