import type { Problem } from '@counterclaim/interchange';

/** A problem of a table with the file in which it stands. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** Problems that are shown at the end; the report has all. */
const SHOWN = 5;

/** Counts what became of the rows of a release. */
export class Tally {
  /** Rows read, those that were rejected included. */
  rows = 0;
  /** Rows that are left out. */
  rejected = 0;
  /** Problems that cost nothing. */
  noted = 0;
  readonly #shown: FileProblem[] = [];
  #last: Pick<FileProblem, 'file' | 'line'> | undefined;

  add(problem: FileProblem): void {
    const { file, line, weight } = problem;
    if (weight === 'noted') {
      this.noted += 1;
      return;
    }
    // Problems of one row come one after the other.
    if (this.#last?.file !== file || this.#last.line !== line) this.rejected += 1;
    this.#last = { file, line };
    if (this.#shown.length < SHOWN) this.#shown.push(problem);
  }

  /** The first rows that were rejected. */
  get shown(): readonly FileProblem[] {
    return this.#shown;
  }
}

/** A problem as a line: where, what, and what to do. */
export function problemLine({ file, line, column, reason, remedy }: FileProblem): string {
  const where = [line === null ? file : `${file}:${line}`, ...(column === null ? [] : [column])].join(' ');
  return `${where}: ${reason}; ${remedy}`;
}
