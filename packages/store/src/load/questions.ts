import type { Writer } from '../engine.ts';

/** Keys of questions, given as they are first met. */
export class Questions {
  readonly #db: Writer;
  readonly #keys = new Map<string, number>();
  #next: number | undefined;

  constructor(db: Writer) {
    this.#db = db;
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
        const values = added.map((id) => ({ key: next++, id }));
        this.#next = next;
        await this.#db.insertInto('question').values(values).execute();
        for (const { key, id } of values) this.#keys.set(id, key);
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
