import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventId } from '@counterclaim/domain';
import { type EventFilter, type EventSort, openStore } from '../src/index.ts';
import { generated } from './generated.ts';

/** Measures a store of generated events: `node bench/bench.ts [events]`. */
const events = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), 'counterclaim-bench-'));
const path = join(folder, 'ledger.sqlite');

const line = (what: string, value: string): void => {
  console.log(`${what.padEnd(52)} ${value}`);
};

/** Microseconds that one call takes, in the middle of many. */
async function microseconds(times: number, call: (n: number) => unknown): Promise<number> {
  for (let n = 0; n < Math.min(times, 50); n += 1) await call(n);
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const before = performance.now();
    await call(n);
    taken.push(performance.now() - before);
  }
  return (taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0) * 1_000;
}

const show = (value: number): string =>
  value < 10_000 ? `${value.toFixed(1)} µs` : `${(value / 1_000).toFixed(1)} ms`;

try {
  const store = await openStore({ path });
  const started = performance.now();
  const info = await store.replaceDataset('generated', 'one', generated(events));
  const seconds = (performance.now() - started) / 1_000;
  line('events, claims', `${info.events}, ${info.claims}`);
  line('load', `${seconds.toFixed(1)} s, ${Math.round(info.events / seconds)} events a second`);
  line('memory in use', `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
  line('file', `${Math.round(statSync(path).size / 2 ** 20)} MiB`);

  const id = (n: number): EventId => `event-${(n * 7_919) % events}` as EventId;
  const raw = new DatabaseSync(path, { readOnly: true });
  const byId = raw.prepare('select json from event where id = ?');
  const floor = await microseconds(5_000, (n) => byId.get(id(n)));
  const detail = await microseconds(5_000, (n) => store.event(id(n)));
  line('one row of SQLite by id', show(floor));
  line('event by id, with its dossier and assessment', `${show(detail)} (${(detail / floor).toFixed(1)} × one row)`);
  line('event by id, as of a day', show(await microseconds(5_000, (n) => store.event(id(n), Date.UTC(2005, 0)))));
  line('state', show(await microseconds(5_000, () => store.state())));

  const lists: readonly (readonly [string, EventFilter, EventSort])[] = [
    ['newest', {}, '-date'],
    ['most killed', {}, '-killed'],
    ['a province', { place: ['province-3'] as never }, '-date'],
    ['the country', { place: ['country'] as never }, '-date'],
    ['a town', { place: ['town-77'] as never }, '-date'],
    ['a box', { bbox: [68, 34, 70, 36] }, '-date'],
    ['an actor', { actor: ['actor-42'] as never }, '-date'],
    ['an actor accused by a body', { actor: ['actor-42'] as never, claimant: ['actor-8'] as never }, '-date'],
    ['a month long ago', { date: { start: Date.UTC(1991, 3), end: Date.UTC(1991, 4) } }, '-date'],
    ['one word', { q: 'rockets' }, '-date'],
    ['two words', { q: 'rockets town' }, '-date'],
    ['a rare word', { q: 'report 4711' }, '-date'],
    ['contested, by number killed', { status: ['contested'] }, '-killed'],
    ['as of 2005', { asOf: Date.UTC(2005, 0) }, '-date'],
    [
      'as of 2005, disputed, of a province',
      { asOf: Date.UTC(2005, 0), agreement: ['disputed'], place: ['province-3'] as never },
      '-date',
    ],
  ];
  for (const [what, filter, sort] of lists) {
    let found = 0;
    const time = await microseconds(events > 50_000 ? 30 : 200, async () => {
      found = (await store.events(filter, sort, { limit: 50 })).items.length;
    });
    line(`page of ${found}: ${what}`, show(time));
  }
  const counts: readonly (readonly [string, EventFilter])[] = [
    ['everything', {}],
    ['a province', { place: ['province-3'] as never }],
    ['an actor, one word', { actor: ['actor-42'] as never, q: 'rockets' }],
    ['as of 2005', { asOf: Date.UTC(2005, 0) }],
  ];
  for (const [what, filter] of counts) {
    const before = performance.now();
    const { total } = await store.facets(filter);
    line(`facets of ${total}: ${what}`, show((performance.now() - before) * 1_000));
  }
  const before = performance.now();
  await store.coverage();
  line('what is covered', show((performance.now() - before) * 1_000));
  line('facets again', show(await microseconds(200, () => store.facets({}))));
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}
