import {
  AGREEMENTS,
  ATTRIBUTION_STATUSES,
  type AttributionStatus,
  EVENT_KINDS,
  type Stance,
  STANCES,
} from '@counterclaim/domain';
import fc from 'fast-check';
import { ColumnsBuilder } from '../builder.ts';
import type { Columns } from '../columns.ts';
import type { ColumnFilter } from '../filter.ts';
import { type PieceRow, ROW_TABLES, type Rows, type RowTable, type RowTypes } from '../rows.ts';

/** A record of a small world; its key is not its place. */
export interface Named {
  readonly key: number;
  readonly id: string;
  readonly label: string;
}

export interface WorldClaim {
  readonly key: number;
  readonly claimant: Named | null;
  readonly stance: Stance | null;
  readonly named: readonly Named[];
}

export type WorldPiece = Pick<
  PieceRow,
  | 'claims'
  | 'agreements'
  | 'killedLow'
  | 'killedHigh'
  | 'injuredLow'
  | 'injuredHigh'
  | 'killedKey'
  | 'knownKey'
  | 'knownFrom'
  | 'knownUntil'
> & { readonly status: AttributionStatus; readonly questions: readonly Named[] };

export interface WorldEvent {
  readonly key: number;
  readonly id: string;
  readonly kind: string;
  readonly dataset: Named;
  readonly starts: number;
  readonly ends: number;
  readonly month: number;
  readonly at: readonly Named[];
  readonly within: readonly Named[];
  readonly sources: readonly { readonly source: Named; readonly known: number }[];
  readonly claims: readonly { readonly claim: WorldClaim; readonly known: number }[];
  readonly pieces: readonly WorldPiece[];
}

export interface World {
  readonly claims: readonly WorldClaim[];
  readonly events: readonly WorldEvent[];
}

/** Labels repeat, so that the id decides; some lie beyond ASCII, where an order of bytes and one of letters part. */
const records = (prefix: string, count: number): readonly Named[] =>
  Array.from({ length: count }, (_, n) => ({
    key: 3 + n * n,
    id: `${prefix}-${(n * 7) % count}`,
    label: ['Kabul', 'Ærø', '\u{1F6A9}', '\uFFFD', 'کابل', 'Kabul', ''][n % 7] ?? '',
  }));

export const ACTORS = records('actor', 9);
export const PLACES = records('place', 8);
export const SOURCES = records('source', 12);
export const DATASETS = records('dataset', 3).map(({ key, id }) => ({ key, id, label: id }));
export const QUESTIONS = records('question', 5).map(({ key, id }) => ({ key, id, label: id }));

const RADII: readonly (number | null)[] = [0.5, 8, 120, 2, 0.2, null, 900, 2];

/** Where each place lies: some nowhere that is known, one without a radius, and the others known more or less precisely. */
export function pointOf({ key }: Named): Pick<RowTypes['place'], 'longitude' | 'latitude' | 'radius'> {
  const nth = PLACES.findIndex((place) => place.key === key);
  if (nth % 4 === 3) return { longitude: null, latitude: null, radius: null };
  const radius = RADII[nth];
  return { longitude: -170 + nth * 47, latitude: 80 - nth * 21, radius };
}

/** Old ids, and what they lead to; one of them to nothing that is there. */
export const REDIRECTS = [
  { type: 'actor', from: 'old-actor', to: 'actor-3' },
  { type: 'place', from: 'old-place', to: 'place-2' },
  { type: 'source', from: 'old-source', to: 'source-5' },
  { type: 'actor', from: 'lost-actor', to: 'actor-99' },
  { type: 'event', from: 'actor-1', to: 'actor-2' },
] as const;

const INSTANTS = [-1e15, 0, 10, 20, 30, 1e15, Infinity];

const pick = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const some = <Value>(values: readonly Value[], minLength = 0): fc.Arbitrary<Value[]> =>
  fc.uniqueArray(pick(values), { minLength, maxLength: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });

const claims: fc.Arbitrary<WorldClaim[]> = fc
  .array(fc.record({ claimant: maybe(pick(ACTORS)), stance: maybe(pick(STANCES.slice(0, 4))), named: some(ACTORS) }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((all) => all.map((claim, n) => ({ key: 5 + 3 * n, ...claim })));

const range = maybe(fc.tuple(fc.nat(9), fc.nat(9)).map(([low, more]) => [low, low + more] as const));

/** The pieces of an event, one after another, the last one that of everything. */
const pieces: fc.Arbitrary<WorldPiece[]> = fc
  .tuple(
    fc.uniqueArray(pick([0, 10, 20, 30]), { maxLength: 3 }),
    fc.array(
      fc.record({
        claims: fc.nat(2),
        status: pick(ATTRIBUTION_STATUSES),
        agreements: fc.nat(2 ** AGREEMENTS.length - 1),
        killed: range,
        injured: range,
        killedTie: fc.nat(1),
        knownKey: fc.integer({ min: -2, max: 4 }),
        questions: some(QUESTIONS),
      }),
      { minLength: 5, maxLength: 5 },
    ),
    fc.boolean(),
  )
  .map(([cuts, all, hasUndated]) => {
    const starts = [-Infinity, ...cuts.sort((a, b) => a - b), ...(hasUndated ? [Infinity] : [])];
    return starts.map((knownFrom, part): WorldPiece => {
      const { killed, injured, killedTie, ...own } = all[part];
      const until = starts[part + 1] ?? Infinity;
      return {
        ...own,
        knownFrom,
        knownUntil: until,
        killedKey: killed === null ? -1 : killed[1] * 2 + killedTie,
        killedLow: killed?.[0] ?? null,
        killedHigh: killed?.[1] ?? null,
        injuredLow: injured?.[0] ?? null,
        injuredHigh: injured?.[1] ?? null,
      };
    });
  });

const DAY = 86_400_000;

/** As the keys of events are. */
const inOrder = <Dated extends { readonly starts: number }>(events: readonly Dated[]): Dated[] =>
  [...events].sort((a, b) => (a.starts === b.starts ? 0 : a.starts - b.starts));

const eventsOf = (all: readonly WorldClaim[]): fc.Arbitrary<WorldEvent[]> =>
  fc
    .array(
      fc.record({
        kind: pick(EVENT_KINDS.slice(0, 3)),
        dataset: pick(DATASETS),
        starts: pick([-Infinity, 0, 100, 200, 50 * DAY, 90 * DAY]),
        lasts: pick([1, 100, 40 * DAY, Infinity]),
        month: pick([-1, 24_250, 24_251]),
        at: some(PLACES),
        around: some(PLACES),
        sources: fc.uniqueArray(fc.record({ source: pick(SOURCES), known: pick(INSTANTS) }), {
          maxLength: 3,
          selector: ({ source }) => source,
        }),
        claims: fc.uniqueArray(fc.record({ claim: pick(all), known: pick(INSTANTS) }), {
          maxLength: 4,
          selector: ({ claim }) => claim,
        }),
        pieces,
      }),
      { maxLength: 12 },
    )
    .map((events) =>
      inOrder(events).map(({ around, lasts, ...own }, n) => ({
        key: (n - 4) * 2 ** 32 + n,
        id: `event-${n}`,
        ends: (Number.isFinite(own.starts) ? own.starts : 0) + lasts,
        within: [...new Set([...own.at, ...around])],
        ...own,
      })),
    );

export const worldArbitrary: fc.Arbitrary<World> = claims.chain((all) =>
  eventsOf(all).map((events) => ({ claims: all, events })),
);

const idsOf = (values: readonly Named[], ...others: string[]): fc.Arbitrary<string[]> =>
  some([...values.map(({ id }) => id), ...others]);

const bounds = fc.record({ min: fc.nat(9), max: fc.nat(9) }, { requiredKeys: [] });

export const filterArbitrary: fc.Arbitrary<ColumnFilter> = fc
  .record(
    {
      date: pick([
        { start: -Infinity, end: 50 },
        { start: 100, end: 150 },
        { start: 0, end: Infinity },
        { start: 85 * DAY, end: 95 * DAY },
      ]),
      place: idsOf(PLACES, 'old-place', 'nowhere'),
      actor: idsOf(ACTORS, 'old-actor', 'lost-actor'),
      claimant: idsOf(ACTORS, 'old-actor'),
      stance: some(STANCES.slice(0, 4)),
      killed: bounds,
      injured: bounds,
      status: some(ATTRIBUTION_STATUSES),
      agreement: some(AGREEMENTS),
      question: idsOf(QUESTIONS),
      kind: some(EVENT_KINDS.slice(0, 3)),
      dataset: idsOf(DATASETS, 'none'),
      source: idsOf(SOURCES, 'old-source'),
      asOf: pick([-5, 0, 15, 30, 99]),
    },
    { requiredKeys: [] },
  )
  .chain((filter) =>
    fc.subarray(Object.keys(filter), { maxLength: Math.min(4, Object.keys(filter).length) }).map((names) => {
      const chosen: readonly string[] = names;
      return Object.fromEntries(Object.entries(filter).filter(([name]) => chosen.includes(name)));
    }),
  );

const sorted = (records: readonly Named[]): Named[] => [...records].sort((a, b) => a.key - b.key);
const byPlace = (values: readonly Named[]): Named[] => sorted(values);

/** The rows of a world, each table in pages of so many. */
export function* rowsOf({ claims: all, events }: World, page = 3): Generator<Rows, void, undefined> {
  const tables: { readonly [Table in RowTable]: readonly RowTypes[Table][] } = {
    dataset: sorted(DATASETS),
    actor: sorted(ACTORS),
    place: sorted(PLACES).map((place) => ({ ...place, ...pointOf(place) })),
    source: sorted(SOURCES),
    question: sorted(QUESTIONS),
    redirect: REDIRECTS,
    claim: all.map(({ key, claimant, stance }) => ({ key, claimant: claimant?.key ?? null, stance })),
    claimActor: all.flatMap(({ key, named }) => byPlace(named).map((actor) => ({ claim: key, actor: actor.key }))),
    piece: events.flatMap(({ key, kind, dataset, starts, ends, month, pieces: own }) =>
      own.map((piece, part) => ({ ...piece, event: key, part, kind, dataset: dataset.key, starts, ends, month })),
    ),
    eventId: events.map(({ key, id }) => ({ event: key, id })),
    pieceQuestion: events.flatMap(({ key, pieces: own }) =>
      own.flatMap(({ questions }, part) =>
        byPlace(questions).map((question) => ({ event: key, part, question: question.key })),
      ),
    ),
    eventPlace: events.flatMap(({ key, at }) => byPlace(at).map((place) => ({ event: key, place: place.key }))),
    eventWithin: events.flatMap(({ key, within }) =>
      byPlace(within).map((place) => ({ event: key, place: place.key })),
    ),
    eventSource: events.flatMap(({ key, sources }) =>
      sources.map(({ source, known }) => ({ event: key, source: source.key, known })),
    ),
    eventClaim: events.flatMap(({ key, claims: own }) =>
      own.map(({ claim, known }) => ({ event: key, claim: claim.key, known })),
    ),
  };
  for (const table of ROW_TABLES) {
    const rows: readonly unknown[] = tables[table];
    for (let at = 0; at < rows.length; at += page) {
      yield { table, rows: rows.slice(at, at + page) } as unknown as Rows;
    }
  }
}

export function columnsOf(world: World): Columns {
  const builder = new ColumnsBuilder();
  for (const rows of rowsOf(world)) builder.add(rows);
  return builder.finish();
}
