import type { Redirect } from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Writer } from '../engine.ts';
import { StoreError } from '../store-error.ts';
import { RECORD_TYPES } from './record-row.ts';

/** Rows written together. */
const BATCH = 500;

const named = ({ type, from }: Pick<Redirect, 'type' | 'from'>): string => `The redirect of ${type} ${from}`;

const keyOf = ({ type, from }: Redirect): string => `${type} ${from}`;

/** Gathers the redirects of a load, which are few, and writes them in place of those that the dataset had. */
export class RedirectWriter {
  readonly #db: Writer;
  readonly #dataset: number;
  readonly #redirects = new Map<string, Redirect>();

  constructor(db: Writer, dataset: number) {
    this.#db = db;
    this.#dataset = dataset;
  }

  /** @throws StoreError when it is given twice. */
  add(redirect: Redirect): void {
    if (this.#redirects.has(keyOf(redirect))) {
      throw new StoreError('conflict', `${named(redirect)} is given twice: remove one of the two.`);
    }
    this.#redirects.set(keyOf(redirect), redirect);
  }

  /** @throws StoreError when another dataset has the same one. */
  async finish(): Promise<void> {
    const db = this.#db;
    await db.deleteFrom('redirect').where('dataset', '=', this.#dataset).execute();
    if (this.#redirects.size === 0) return;
    const elsewhere = await db
      .selectFrom('redirect')
      .innerJoin('dataset', 'dataset.key', 'redirect.dataset')
      .select(['redirect.type', 'redirect.from_id as from', 'dataset.id as dataset'])
      .execute();
    const held = elsewhere.find((row) => this.#redirects.has(`${row.type} ${row.from}`));
    if (held !== undefined) {
      throw new StoreError(
        'conflict',
        `${named(held)} belongs to the dataset ${held.dataset} already: leave it out, or remove it there.`,
      );
    }
    const { highest } = await db
      .selectFrom('redirect')
      .select(({ fn }) => fn.max<number | null>('key').as('highest'))
      .executeTakeFirstOrThrow();
    let key = highest ?? 0;
    const rows = [...this.#redirects.values()].map(({ type, from, to, date, reason }) => ({
      key: (key += 1),
      dataset: this.#dataset,
      type,
      from_id: from,
      to_id: to,
      date,
      reason,
    }));
    for (let at = 0; at < rows.length; at += BATCH) {
      await db
        .insertInto('redirect')
        .values(rows.slice(at, at + BATCH))
        .execute();
    }
  }
}

/**
 * Checks that redirects, of whatever dataset, lead from ids that no record bears to records: then none leads to another.
 *
 * @throws StoreError that names the first that does not.
 */
export async function checkRedirects(db: Writer): Promise<void> {
  for (const type of RECORD_TYPES) {
    const join = (side: 'from_id' | 'to_id', found: 'is null' | 'is not null') => sql<{ from: string; to: string }>`
      select redirect.from_id as "from", redirect.to_id as "to" from redirect
      left join ${sql.table(type)} as record on record.id = redirect.${sql.ref(side)}
      where redirect.type = ${type} and record.key ${sql.raw(found)}
      order by redirect.from_id limit 1`;
    const [borne] = (await join('from_id', 'is not null').execute(db)).rows;
    if (borne !== undefined) {
      throw new StoreError(
        'conflict',
        `${named({ type, from: borne.from })} leads away from a record that is there: remove the redirect, or give the record another id.`,
      );
    }
    const [dangling] = (await join('to_id', 'is null').execute(db)).rows;
    if (dangling !== undefined) {
      throw new StoreError(
        'unresolved',
        `${named({ type, from: dangling.from })} leads to ${type} ${dangling.to}, which no dataset holds: add ${type} ${dangling.to}, or lead it to a record that stands, not to another redirect.`,
      );
    }
  }
}
