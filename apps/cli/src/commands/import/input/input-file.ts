import { realpathSync, type Stats, statSync } from 'node:fs';

/** A file that is read, or one within an archive. */
export interface InputFile {
  /** As it was named. */
  readonly shown: string;
  readonly path: string;
  /** The name of the file within the archive, where one was named. */
  readonly within: string | undefined;
  /** Bytes on the disk. */
  readonly size: number;
}

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

/** Cuts `archive.zip:inner.csv` where the part before a colon is a file; a file's own name may hold colons. */
function cut(word: string): { path: string; within: string | undefined; stat: Stats } | undefined {
  const whole = statOf(word);
  if (whole !== undefined) return { path: word, within: undefined, stat: whole };
  for (let at = word.indexOf(':'); at !== -1; at = word.indexOf(':', at + 1)) {
    const path = word.slice(0, at);
    const stat = statOf(path);
    if (stat?.isFile() === true) return { path, within: word.slice(at + 1), stat };
  }
  return undefined;
}

function inputFile(word: string): InputFile {
  if (word === '-') {
    throw new Error(
      '- names standard input, which cannot be read twice, first for its digest and then for its rows: save it as a file and name that',
    );
  }
  const found = cut(word);
  if (found === undefined)
    throw new Error(`${word} is not there: name a file, or one in an archive as archive.zip:file.csv`);
  const { path, within, stat } = found;
  if (!stat.isFile()) {
    throw new Error(`${word} is ${stat.isDirectory() ? 'a folder' : 'no regular file'}: name the files themselves`);
  }
  return { shown: word, path, within, size: stat.size };
}

/**
 * The files that words name, in their order.
 *
 * @throws Error, in one line, when one is no file or is named twice.
 */
export function inputFiles(words: readonly string[]): readonly InputFile[] {
  const files = words.map(inputFile);
  const seen = new Map<string, string>();
  for (const { shown, path, within } of files) {
    const place = `${realpathSync(path)}\n${within ?? ''}`;
    const before = seen.get(place);
    if (before !== undefined) {
      throw new Error(
        before === shown
          ? `${shown} is given twice: name it once`
          : `${before} and ${shown} are one file: name it once`,
      );
    }
    seen.set(place, shown);
  }
  return files;
}
