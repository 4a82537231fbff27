import type { LedgerItem } from '@counterclaim/domain';
import { type Codec, CODECS, type Problem, readTable, type Release, type TableItem } from '@counterclaim/interchange';
import { fileBytes } from './input/file-bytes.ts';
import { fileDigest } from './input/file-digest.ts';
import type { InputFile } from './input/input-file.ts';
import { type FileProblem, problemLine } from './tally.ts';

/** Nothing of a release may be kept: one line that says why, and what to do. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';
}

/** An input file with the digest of its bytes. */
export interface DigestedFile extends InputFile {
  readonly digest: string;
}

export interface ReleaseReading {
  readonly codec: Codec;
  readonly release: Release;
  /** Files of the release: their rows are read one after the other. */
  readonly files: readonly DigestedFile[];
  /** Whether the first row that is rejected ends it. */
  readonly strict: boolean;
  /** Told of every row, and of the share of all bytes that was read by then. */
  readonly onRow: (share: number) => void;
  readonly onProblem: (problem: FileProblem) => void;
  /** Told when the last row was read. */
  readonly onEnd: () => void;
}

/**
 * The records that the files of a release say, row by row, each after those it names. Rows that are rejected are left out.
 *
 * @throws ReleaseRefused when a file cannot be read on as a table, a row is rejected and `strict` says so, no row is left, or a
 *   file is no longer the one whose digest was taken; ReadingError when one cannot be read.
 */
export async function* releaseItems(reading: ReleaseReading): AsyncGenerator<readonly LedgerItem[], void, undefined> {
  const { codec, release, files, strict, onProblem, onEnd } = reading;
  const current = { file: '' };
  let events = 0;
  for await (const decoded of codec.decode(rowsOf(reading, current), release)) {
    if (decoded.type === 'items') {
      for (const { type } of decoded.items) if (type === 'event') events += 1;
      yield decoded.items;
      continue;
    }
    const problem = { file: current.file, ...decoded.problem };
    onProblem(problem);
    refuse(problem, strict);
  }
  onEnd();
  if (events === 0) throw new ReleaseRefused('every row was rejected: nothing is left to keep');
  for (const file of files) {
    if ((await fileDigest(file)) !== file.digest) {
      throw new ReleaseRefused(
        `${file.shown} was changed while it was read: run the command again when nothing writes to it`,
      );
    }
  }
}

function refuse(problem: FileProblem, strict: boolean): void {
  const { weight }: Problem = problem;
  if (weight === 'refused') throw new ReleaseRefused(problemLine(problem));
  if (weight === 'rejected' && strict) throw new ReleaseRefused(problemLine(problem));
}

/** The rows of all files as one table; `current` says of which file the last one is. */
async function* rowsOf(
  { codec, files, onRow }: ReleaseReading,
  current: { file: string },
): AsyncGenerator<TableItem, void, undefined> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const file of files) {
    let share = 0;
    const bytes = fileBytes(file, (read) => {
      share = (before + read * file.size) / total;
    });
    current.file = file.shown;
    for await (const item of readTable(bytes, codec, {
      formats: CODECS,
      file: files.length > 1 ? file.shown : undefined,
    })) {
      // A record that is no row of the table has its line all the same.
      if (item.type === 'row' || item.problem.weight === 'rejected') onRow(share);
      yield item;
    }
    before += file.size;
  }
}
