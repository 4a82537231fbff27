import {
  bytesOf,
  type ColumnFilter,
  ColumnsBuilder,
  countFacets,
  eventBits,
  pageOf,
  type PageSort,
} from '../src/index.ts';
import { generatedRows } from './generated.ts';

/** Measures columns of generated rows: `node bench/bench.ts [events]`. */
const events = Number(process.argv[2] ?? 400_000);

const line = (what: string, value: string): void => {
  console.log(`${what.padEnd(58)} ${value}`);
};

const MIB = 2 ** 20;

const started = performance.now();
const builder = new ColumnsBuilder();

let filling = 0;
for (const rows of generatedRows(events)) {
  const before = performance.now();
  builder.add(rows);
  filling += performance.now() - before;
}

const before = performance.now();
const columns = builder.finish();
const finishing = performance.now() - before;
const bytes = bytesOf(columns);
line('events, pieces, claims', `${events}, ${columns.pieces.size}, ${columns.claims.size}`);
line('bytes', `${Math.round(bytes / MIB)} MiB, ${Math.round(bytes / events)} an event`);
line('fill', `${Math.round(filling)} ms, and ${Math.round(finishing)} ms to finish`);

/** Milliseconds that a call takes: the first, and in the middle of many. */
function milliseconds(call: () => unknown): readonly [first: number, median: number] {
  const taken = Array.from({ length: 21 }, () => {
    const from = performance.now();
    call();
    return performance.now() - from;
  });
  const [first] = taken;
  return [first, taken.toSorted((a, b) => a - b)[10]];
}

const every = (step: number) => Float64Array.from({ length: Math.floor(events / step) }, (_, n) => n * step + 1);

const filters: readonly (readonly [string, ColumnFilter, ReturnType<typeof eventBits>?])[] = [
  ['everything', {}],
  ['a province', { place: ['province-3'] }],
  ['a box', { bbox: [68, 34, 70, 36] }],
  ['an actor', { actor: ['actor-42'] }],
  ['an actor and who speaks, on one claim', { actor: ['actor-42'], claimant: ['actor-8', 'actor-208'] }],
  ['a status', { status: ['contested', 'accused'] }],
  ['ten years', { date: { start: Date.UTC(2000, 0), end: Date.UTC(2010, 0) } }],
  ['as of 2005', { asOf: Date.UTC(2005, 0) }],
  [
    'as of 2005, of a province, accused by a body',
    { asOf: Date.UTC(2005, 0), place: ['province-3'], stance: ['accuses'], claimant: ['actor-8'] },
  ],
  ['a word of every other event', {}, eventBits(columns, every(2))],
];
for (const [what, filter, word] of filters) {
  const words = word === undefined ? undefined : { bits: [word] };
  const { total } = countFacets(columns, filter, words);
  const [first, median] = milliseconds(() => countFacets(columns, filter, words));
  line(`all facets of ${total}: ${what}`, `${median.toFixed(1)} ms (${first.toFixed(1)} ms at first)`);
}
const sorts: readonly PageSort[] = [
  { by: 'date', descending: true },
  { by: 'killed', descending: true },
  { by: 'known', descending: false },
];
for (const [what, filter, word] of filters) {
  const words = word === undefined ? undefined : { bits: [word] };
  const taken = sorts.map((sort) => milliseconds(() => pageOf(columns, filter, sort, 51, undefined, words))[1]);
  line(`51 lines: ${what}`, `${taken.map((time) => time.toFixed(2)).join(' · ')} ms by date, killed, known`);
}
line('all in all', `${((performance.now() - started) / 1_000).toFixed(1)} s`);
