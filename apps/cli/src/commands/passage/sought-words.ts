import type { SoughtWords } from '@counterclaim/data';
import { InvalidArgumentError } from 'commander';

/** Words to find, and which of their places is meant where they stand in several. */
export interface Sought extends SoughtWords {
  /** From 1. */
  readonly nth?: number | undefined;
}

/** What may be said of one `--find`, wherever it stands. */
type Detail = Pick<Sought, 'to' | 'nth'>;

/**
 * Reads `--find`, `--to` and `--nth`, which may be repeated: the latter two belong to the `--find` before them, or to the first.
 * Commander hands them over one by one, in the order in which they were written.
 */
export class SoughtReader {
  readonly #found: Sought[] = [];
  #early: Detail = {};

  /** Everything that was read. */
  get all(): readonly Sought[] {
    if (this.#found.length === 0 && Object.keys(this.#early).length > 0) {
      throw new Error('--to and --nth belong to words: give --find');
    }
    return this.#found;
  }

  readonly find = (words: string): void => {
    if (words.trim() === '') throw new InvalidArgumentError('Give words.');
    this.#found.push({ from: words, ...(this.#found.length === 0 ? this.#early : {}) });
  };

  readonly to = (words: string): void => {
    if (words.trim() === '') throw new InvalidArgumentError('Give words.');
    this.#add({ to: words });
  };

  readonly nth = (text: string): void => {
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Count places from 1.');
    this.#add({ nth: Number(text) });
  };

  #add(detail: Detail): void {
    const last = this.#found.pop();
    const name = 'to' in detail ? 'to' : 'nth';
    if ((last ?? this.#early)[name] !== undefined) {
      throw new InvalidArgumentError('It is given twice for one --find.');
    }
    if (last === undefined) this.#early = { ...this.#early, ...detail };
    else this.#found.push({ ...last, ...detail });
  }
}
