import type { FilterColumns } from './columns.ts';
import type { ColumnFilter } from './filter.ts';
import { Latest } from './latest.ts';
import { select, type Selection } from './selection.ts';
import type { AskedWords } from './words.ts';

/** How many filters are kept held against the events: tiles of one map are asked for together. */
const KEPT = 4;

/** Selections of the filters asked for last. One holds until others are asked for: it is read at once. */
export class Selections {
  readonly #columns: FilterColumns;
  readonly #kept = new Latest<string, Selection>(KEPT);

  constructor(columns: FilterColumns) {
    this.#columns = columns;
  }

  /**
   * @param asked What the filter and its words are told apart by.
   * @param words Which events have each of the words that are asked for.
   */
  of(asked: string, filter: ColumnFilter, words?: AskedWords): Selection {
    return this.#kept.get(asked, () => select(this.#columns, filter, words, this.#kept.giveUp()?.fails));
  }
}
