import type { Dialect, Writer } from '../engine.ts';
import { Rows } from './rows.ts';

/** Keys of questions, given as they are first met. */
export class Questions {
  readonly #db: Writer;
  readonly #keys = new Map<string, number>();
  #next: number | undefined;

  readonly #dialect: Dialect;

  constructor(db: Writer, dialect: Dialect) {
    this.#db = db;
    this.#dialect = dialect;
  }

  async keysOf(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
    // Questions repeat; their number does not follow the number of events. Those met last are kept.
    if (this.#keys.size > 20_000) this.#keys.clear();
    const missing = [...ids].filter((id) => !this.#keys.has(id));
    if (missing.length > 0) {
      const rows = await this.#db.selectFrom('question').selectAll().where('id', 'in', missing).execute();
      for (const { key, id } of rows) this.#keys.set(id, key);
      const added = missing.filter((id) => !this.#keys.has(id));
      if (added.length > 0) {
        let next = this.#next ?? (await this.#highest()) + 1;
        const rows = new Rows();
        for (const id of added) {
          rows.add('question', { key: next, id });
          this.#keys.set(id, next);
          next += 1;
        }
        this.#next = next;
        await rows.insert(this.#db, this.#dialect);
      }
    }
    return this.#keys;
  }

  async #highest(): Promise<number> {
    const { highest } = await this.#db
      .selectFrom('question')
      .select(({ fn }) => fn.max<number | null>('key').as('highest'))
      .executeTakeFirstOrThrow();
    return highest ?? 0;
  }
}
