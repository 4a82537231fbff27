import { StoreError } from '../store-error.ts';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
const CODES = {
  PERM: 3,
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  NOTADB: 26,
} as const;

const primaryCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

/** Extended result codes of a row whose primary key, or another unique value, is there already. */
const DUPLICATE: ReadonlySet<unknown> = new Set([1555, 2067]);

/** Whether a statement failed because a row is there already. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && DUPLICATE.has(error.errcode);

/** Says in one line what a failure of the database asks of its owner; other errors stay as they are. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  const because = { cause: error };
  switch (primaryCode(error)) {
    case CODES.NOTADB:
    case CODES.CORRUPT:
      return new StoreError(
        'damaged',
        `The database ${path} is damaged (${error.message}): move it and its -wal and -shm files away, or put a copy back, and start again; it is left as it is.`,
        because,
      );
    case CODES.CANTOPEN:
    case CODES.READONLY:
    case CODES.PERM:
      return new StoreError(
        'unwritable',
        `The database ${path} cannot be written (${error.message}): make the file and its folder writable for this user, or choose another path.`,
        because,
      );
    case CODES.BUSY:
    case CODES.LOCKED:
      return new StoreError(
        'busy',
        `The database ${path} is being written by another process: try again when it is done.`,
        because,
      );
    case CODES.FULL:
      return new StoreError('full', `The disk that holds ${path} is full: free some space and try again.`, because);
    case CODES.IOERR:
      return new StoreError(
        'damaged',
        `The database ${path} cannot be read or written (${error.message}): check the disk, then start again; it is left as it is.`,
        because,
      );
    default:
      return error;
  }
}
