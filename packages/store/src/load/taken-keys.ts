import type { Writer } from '../engine.ts';

/** Keys read at once. */
const PAGE = 5_000;

/** The keys that events of other datasets have, asked for upwards. */
export class TakenKeys {
  readonly #db: Writer;
  readonly #dataset: number;
  #page: ReadonlySet<number> = new Set();
  /** Up to where `#page` knows them. */
  #known = Number.MIN_SAFE_INTEGER;

  /** @param dataset The one whose events are to have the other keys. */
  constructor(db: Writer, dataset: number) {
    this.#db = db;
    this.#dataset = dataset;
  }

  /** The least key from this one on that none of them has. No key below one that was asked for is asked for again. */
  async nextFree(from: number): Promise<number> {
    for (let key = from; ; key += 1) {
      if (key > this.#known) await this.#read(key);
      if (!this.#page.has(key)) return key;
    }
  }

  async #read(from: number): Promise<void> {
    const rows = await this.#db
      .selectFrom('event')
      .select('key')
      .where('key', '>=', from)
      .where('dataset', '<>', this.#dataset)
      .orderBy('key')
      .limit(PAGE)
      .execute();
    this.#page = new Set(rows.map(({ key }) => key));
    this.#known = rows.length < PAGE ? Infinity : (rows.at(-1)?.key ?? Infinity);
  }
}
