/** Asks the queries of `queries.json` in this process, one after another, each beside SQL by hand for the same rows. */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parseEventQuestion } from '@counterclaim/api';
import type { EventId } from '@counterclaim/domain';
import type { Store } from '@counterclaim/store';
import { line, milliseconds, quantile } from './measured.ts';

export const QUERIES = JSON.parse(readFileSync(new URL('./queries.json', import.meta.url), 'utf8')) as string[];

const ROUNDS = 3;
const LIMIT = 50;

/** Milliseconds that a call takes. */
async function timed(call: () => unknown): Promise<number> {
  const began = performance.now();
  await call();
  return performance.now() - began;
}

const figures = (times: readonly number[]): string =>
  `${[0.5, 0.95, 0.99].map((part) => milliseconds(quantile(times, part))).join(' · ')} (p50 · p95 · p99)`;

/** All queries, apart those with words, in the order of the list, several times; the first time is that of a cold start. */
export async function measureQueries(store: Store): Promise<void> {
  const questions = QUERIES.map((text) => ({ text, ...parseEventQuestion(text) }));
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { text, filter, sort } of questions) {
      const time = await timed(() => store.events(filter, sort, { limit: LIMIT }));
      times.set(text, [...(times.get(text) ?? []), time]);
    }
  }
  const of = (isAsked: (question: (typeof questions)[number]) => boolean, round: 'cold' | 'warm'): number[] =>
    questions.filter(isAsked).flatMap(({ text }) => times.get(text)?.slice(...(round === 'cold' ? [0, 1] : [1])) ?? []);
  const words = ({ filter }: (typeof questions)[number]): boolean => filter.q !== undefined;
  for (const round of ['cold', 'warm'] as const) {
    line(`filtered pages, ${round} (goal p99 5 ms)`, figures(of((question) => !words(question), round)));
    line(`search in the order of dates, ${round} (goal p99 10 ms)`, figures(of(words, round)));
  }
  const slowest = [...times].map(([text, all]) => [Math.min(...all), text] as const).sort((a, b) => b[0] - a[0]);
  for (const [time, text] of slowest.slice(0, 5)) line(`  slowest: ${text.slice(0, 34)}`, milliseconds(time));
}

/** Facets of each filter of the list, asked for the first time. */
export async function measureFacets(store: Store): Promise<void> {
  const filters = [...new Map(QUERIES.map((text) => [JSON.stringify(parseEventQuestion(text).filter), text])).values()];
  const times: number[] = [];
  for (const text of filters) times.push(await timed(() => store.facets(parseEventQuestion(text).filter)));
  line('facets, each asked for once (goal 20 ms)', figures(times));
}

/** Pages and events beside the best SQL by hand for them, in turns. */
export async function measureAgainstSql(store: Store, path: string): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec('pragma cache_size = -65536');
  const ids = database
    .prepare("select id from event where id like 'ucdp-ged-%' order by random() limit 4000")
    .all() as { id: EventId }[];
  const key = (table: string, id: string): number =>
    (database.prepare(`select key from ${table} where id = ?`).get(id) as { key: number } | undefined)?.key ?? -1;
  const page = (from: string, where: string, order: string, ...values: (string | number)[]) => {
    const statement = database.prepare(
      `select summary.json from ${from} join summary on summary.event = piece.event and summary.part = piece.part
       where piece.latest = 1 and piece.stands = 1 and ${where} order by ${order} limit ${LIMIT + 1}`,
    );
    return () => statement.all(...values).map(({ json }) => JSON.parse(json as string) as unknown);
  };
  const country = 'ucdp-ged-place-700';
  const asOf = Date.UTC(2024, 0);
  const cases: readonly (readonly [what: string, query: string, byHand: () => unknown])[] = [
    ['newest', 'sort=-date', page('piece', '1', 'piece.event desc')],
    ['most killed', 'sort=-killed', page('piece', '1', 'piece.killed_key desc, piece.event desc')],
    [
      'of a country',
      `place=${country}`,
      page(
        'event_within as spot join piece on piece.event = spot.event',
        'spot.place = ?',
        'spot.event desc',
        key('place', country),
      ),
    ],
    [
      'with a word',
      'q=government',
      page(
        'event_text join piece on piece.event = event_text.rowid',
        "event_text match 'government'",
        'event_text.rowid desc',
      ),
    ],
  ];
  for (const [what, query, byHand] of cases) {
    const { filter, sort } = parseEventQuestion(query);
    const times = { ours: [] as number[], byHand: [] as number[] };
    for (let round = 0; round < 60; round += 1) {
      times.byHand.push(await timed(byHand));
      times.ours.push(await timed(() => store.events(filter, sort, { limit: LIMIT })));
    }
    const [ours, hand] = [quantile(times.ours, 0.5), quantile(times.byHand, 0.5)];
    line(
      `page ${what}, beside SQL by hand`,
      `${milliseconds(ours)}, ${(ours / hand).toFixed(1)} × ${milliseconds(hand)}`,
    );
  }
  const plain: number[] = [];
  const asItWas: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const { filter, sort } = parseEventQuestion(`place=${country}`);
    plain.push(await timed(() => store.events(filter, sort, { limit: LIMIT })));
    asItWas.push(await timed(() => store.events({ ...filter, asOf }, sort, { limit: LIMIT })));
  }
  line('as of a day beside now (goal 2 ×)', `${(quantile(asItWas, 0.5) / quantile(plain, 0.5)).toFixed(1)} ×`);
  const one = database.prepare('select json from event where id = ?');
  const events: number[] = [];
  const rows: number[] = [];
  for (const { id } of ids) {
    rows.push(await timed(() => JSON.parse((one.get(id) as { json: string }).json)));
    events.push(await timed(() => store.event(id)));
  }
  const [event, row] = [quantile(events.slice(2_000), 0.5), quantile(rows.slice(2_000), 0.5)];
  line('an event by id (goal 50 µs)', `${milliseconds(event)}, ${(event / row).toFixed(1)} × one row by id`);
  database.close();
}
