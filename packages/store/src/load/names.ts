import type { Actor, Place, Source } from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Dialect, Writer } from '../engine.ts';
import { indexText, nameWords, sourceWords } from '../words.ts';
import type { Load } from './load.ts';

/** Rows indexed together. */
const BATCH = 500;

/**
 * Indexes the names of actors, places and sources; with a load, of those that it touched.
 *
 * @param sources Whether those of sources too; they may have been indexed as they were written.
 */
export async function indexNames(
  db: Writer,
  dialect: Dialect,
  pause: () => Promise<void>,
  load?: Load,
  sources = true,
): Promise<void> {
  for (const type of ['actor', 'place'] as const) {
    await inPages(pause, async (after) => {
      const rows = await db
        .selectFrom(type)
        .select(['key', 'json'])
        .where('key', '>', after)
        .$if(load !== undefined, (query) => query.where(touched(type, load)))
        .orderBy('key')
        .limit(BATCH)
        .execute();
      const texts = rows.map(({ key, json }) => ({
        key,
        texts: [indexText(nameWords(JSON.parse(json) as Actor | Place))],
      }));
      await dialect.putText(db, `${type}_text`, texts);
      return rows.at(-1)?.key;
    });
  }
  if (!sources) return;
  await inPages(pause, async (after) => {
    const rows = await db
      .selectFrom('source')
      .innerJoin('actor as publisher', 'publisher.id', 'source.publisher_id')
      .leftJoin('actor as wire', 'wire.id', 'source.wire_id')
      .select(['source.key', 'source.json', 'publisher.json as publisher', 'wire.json as wire'])
      .where('source.key', '>', after)
      .$if(load !== undefined, (query) =>
        query.where((of) => of.or([touched('source', load), touched('publisher', load), touched('wire', load)])),
      )
      .orderBy('source.key')
      .limit(BATCH)
      .execute();
    const texts = rows.map(({ key, json, publisher, wire }) => {
      const publishers = [publisher, wire].flatMap((text) => (text === null ? [] : [JSON.parse(text) as Actor]));
      return { key, texts: [indexText(sourceWords(JSON.parse(json) as Source, publishers))] };
    });
    await dialect.putText(db, 'source_text', texts);
    return rows.at(-1)?.key;
  });
}

const touched = (table: string, load: Load | undefined) =>
  sql<boolean>`(${sql.ref(`${table}.dataset`)} = ${load?.dataset} and ${sql.ref(`${table}.changed`)} = ${load?.number})`;

/** Asks for page after page, each after the key that the last one gave. */
async function inPages(
  pause: () => Promise<void>,
  page: (after: number) => Promise<number | undefined>,
): Promise<void> {
  for (let after = await page(0); after !== undefined; after = await page(after)) await pause();
}
