const GET_AGAIN = 'get it again from where it was published';

/** What errors of the file system ask of whoever has the file. */
const FILE_SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'is not there any more: put it back, and run the command again',
  EACCES: 'cannot be read: allow it for this user',
  EPERM: 'cannot be read: allow it for this user',
  EIO: 'cannot be read from its disk: see to the disk, or copy the file elsewhere',
};

/** What errors of zlib mean in a packed file. */
const PACKED: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: `ends before its packed data does: it was cut off, ${GET_AGAIN}`,
  Z_DATA_ERROR: `is damaged, its packed data cannot be unpacked: ${GET_AGAIN}`,
  Z_NEED_DICT: `is damaged, its packed data cannot be unpacked: ${GET_AGAIN}`,
};

/** An input file cannot be read: one line that names it, says what is wrong, and what to do. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';
}

/**
 * Says in one line why a file cannot be read.
 *
 * @param shown The file as it was named.
 */
export function explainReading(error: unknown, shown: string): unknown {
  if (!(error instanceof Error) || error instanceof ReadingError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  const what =
    FILE_SYSTEM[code] ?? PACKED[code] ?? ('syscall' in error ? `cannot be read (${code}): see to the disk` : undefined);
  return what === undefined ? error : new ReadingError(`${shown} ${what}`, { cause: error });
}
