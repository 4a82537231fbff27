/**
 * Measures facets from columns against the store's own, filter by filter in one run, over a ledger that is loaded already:
 * `node bench/counts.ts .data/ledger.sqlite`. Nothing is written.
 */
import { openColumnSource, openStore } from '@counterclaim/store';
import { HeldColumns } from '../src/counts/held-columns.ts';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name the database of a loaded ledger: node bench/counts.ts FILE');

const MIB = 2 ** 20;
const TIMES = 15;

const line = (what: string, value: string): void => {
  console.log(`${what.padEnd(50)} ${value}`);
};

async function milliseconds(call: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await call();
  return performance.now() - before;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

// The store keeps what it was asked of late: what is measured is asked of one that was asked nothing.
const asked = await openStore({ path });
const store = await openStore({ path });
const source = await openColumnSource({ path });
const started = performance.now();
const columns = await HeldColumns.fill(source, 4_096 * MIB);
const bytes = `${Math.round(columns.bytes / MIB)} MiB, ${Math.round(columns.bytes / columns.events)} bytes an event`;
line(`${columns.events} events as columns`, `${((performance.now() - started) / 1_000).toFixed(1)} s, ${bytes}`);

// Values that are there, whatever the ledger holds: common ones and rare ones.
const { facets, months } = await asked.facets({});
await asked.close();
if (months.length === 0) throw new Error(`${path} holds no events: load some first.`);
const some = (name: keyof typeof facets, at: number) => {
  const values = facets[name];
  return values
    .slice(Math.floor((values.length - 1) * at))
    .slice(0, 1)
    .map(({ value }) => value) as never;
};
const year = Number(months[months.length >> 1]?.month.slice(0, 4) ?? 2020);
const words = await source.commonWords(0, 40);
const filters = {
  everything: {},
  'the commonest place': { place: some('place', 0) },
  'a rare place': { place: some('place', 0.5) },
  'the commonest actor': { actor: some('actor', 0) },
  'an actor and who speaks, on one claim': { actor: some('actor', 0.1), claimant: some('claimant', 0) },
  'a status': { status: some('status', 0) },
  'the commonest word': { q: words[0] ?? '' },
  'two common words': { q: words.slice(8, 10).join(' ') },
  'a box': { bbox: [60, 25, 75, 40] as const },
  'a year': { date: { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) } },
  'ten or more killed, disputed or single': { killed: { min: 10 }, agreement: ['disputed', 'single'] as const },
  'as of a year': { asOf: Date.UTC(year, 0) },
};
for (const [what, filter] of Object.entries(filters)) {
  const first = await milliseconds(() => columns.facets(filter));
  const taken: number[] = [];
  for (let time = 0; time < TIMES; time += 1) taken.push(await milliseconds(() => columns.facets(filter)));
  const sql = await milliseconds(() => store.facets(filter));
  const total = (await columns.facets(filter))?.total ?? NaN;
  const scan = median(taken);
  line(
    `${what} (${total})`,
    `${scan.toFixed(1)} ms (${first.toFixed(1)} at first), SQL ${sql.toFixed(0)} ms: ${(sql / scan).toFixed(0)} ×`,
  );
}
await source.close();
await store.close();
