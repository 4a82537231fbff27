import type { Writer } from '../engine.ts';
import type { Keyed } from './batch.ts';

/** Records after which those that were not asked for since as many before are forgotten: events that are near in time name the same ones. */
const KEPT = 10_000;

/** Records asked for in one statement: engines bind some ten thousand values at most. */
const MOST_ASKED = 10_000;

/** Actors with the bodies above them, or places with those around them, as a load reads them again and again. */
export class KnownAbove<Value extends { readonly id: string }> {
  readonly #db: Writer;
  readonly #type: 'actor' | 'place';
  readonly #aboveOf: (value: Value) => string | undefined;
  #known = new Map<string, Keyed<Value>>();
  /** What was known before, and was not asked for since. */
  #before: ReadonlyMap<string, Keyed<Value>> = new Map();

  constructor(db: Writer, type: 'actor' | 'place', aboveOf: (value: Value) => string | undefined) {
    this.#db = db;
    this.#type = type;
    this.#aboveOf = aboveOf;
  }

  /** Those named, and everything above them; ids of nothing are passed over. */
  async of(ids: ReadonlySet<string>): Promise<Keyed<Value>[]> {
    if (this.#known.size > KEPT) {
      this.#before = this.#known;
      this.#known = new Map();
    }
    await this.#read([...ids]);
    const found = new Map<string, Keyed<Value>>();
    for (const id of ids) {
      for (let next: string | undefined = id; next !== undefined && !found.has(next);) {
        const record = this.#recall(next);
        if (record === undefined) break;
        found.set(next, record);
        next = this.#aboveOf(record.value);
      }
    }
    return [...found.values()];
  }

  #recall(id: string): Keyed<Value> | undefined {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const before = this.#before.get(id);
    if (before !== undefined) this.#known.set(id, before);
    return before;
  }

  /** Reads those of them that are missing, and of what is above those what is missing too. */
  async #read(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => this.#recall(id) === undefined);
    if (missing.length === 0) return;
    const above = new Set<string>();
    for (let at = 0; at < missing.length; at += MOST_ASKED) {
      const some = missing.slice(at, at + MOST_ASKED);
      const rows = await this.#db.selectFrom(this.#type).select(['key', 'json']).where('id', 'in', some).execute();
      for (const { key, json } of rows) {
        const value = JSON.parse(json) as Value;
        this.#known.set(value.id, { key, value });
        const next = this.#aboveOf(value);
        if (next !== undefined) above.add(next);
      }
    }
    await this.#read([...above]);
  }
}
