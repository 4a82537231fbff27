import { AGREEMENTS, ATTRIBUTION_STATUSES, type LedgerItem } from '@counterclaim/domain';
import type { EventFilter } from '@counterclaim/store';
import fc from 'fast-check';

/** A small world: what matters is how records hang together, and that the same ones come often. */
const ACTORS = [
  { id: 'arland', name: 'Arland', kind: 'state' },
  { id: 'ministry', name: 'Ministry of Interior', kind: 'ministry', partOf: 'arland' },
  { id: 'spokesman', name: 'Omar Said, spokesman', kind: 'office-holder', partOf: 'ministry' },
  { id: 'front', name: 'Northern Front', kind: 'armed-group', aliases: [{ name: 'جبههٔ شمال', language: 'fa' }] },
  { id: 'front-news', name: 'Front News', kind: 'outlet', partOf: 'front' },
  { id: 'brigade', name: 'Ærø Brigade', kind: 'armed-group', partOf: 'front' },
  { id: 'courier', name: 'The Courier', kind: 'publication' },
  { id: 'wire', name: 'Wire Agency', kind: 'publication' },
];
const point = (longitude: number, latitude: number) => ({ geometry: { type: 'point', longitude, latitude } });
const PLACES = [
  { id: 'world', name: 'World', kind: 'area', geometry: { type: 'none' }, precision: 'unknown' },
  {
    id: 'country',
    name: 'Arland',
    kind: 'country',
    ...point(66, 34),
    radiusKm: 700.5,
    precision: 'country',
    within: 'world',
  },
  {
    id: 'capital',
    name: 'Kábul',
    kind: 'settlement',
    ...point(69.17, 34.53),
    radiusKm: 15.25,
    precision: 'settlement',
    within: 'country',
  },
  { id: 'palace', name: 'Palace', kind: 'site', ...point(69.18, 34.52), precision: 'exact', within: 'capital' },
  {
    id: 'island',
    name: 'Far Island',
    kind: 'area',
    ...point(179.6, -17.3),
    radiusKm: 120.5,
    precision: 'line-or-area',
    within: 'world',
  },
  {
    id: 'pole',
    name: 'Camp at the Pole',
    kind: 'site',
    ...point(20, 89.2),
    radiusKm: 160.5,
    precision: 'near',
    within: 'world',
  },
];
const EVENTS = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'];
const SOURCES = ['s0', 's1', 's2', 's3'];
const OLD = { type: 'actor', from: 'old-front', to: 'front', date: '2026-01-01', reason: 'It was held twice.' };

const pick = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc.uniqueArray(pick(values), { minLength: 1, maxLength: 2 });
const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

const retracted = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant({ date: '2026-01-01', reason: 'It is not so.' }) },
);

const sources = fc.tuple(
  ...SOURCES.map((id) =>
    fc.record({
      id: fc.constant(id),
      title: fc.constant(`On ${id}`),
      publisher: pick(['courier', 'front-news', 'wire']),
      wire: maybe(fc.constant('wire')),
      published: maybe(pick(['2020-11-21', '2020-11-22T06:00Z', '2021-08-02', '2023'])),
      language: fc.constant('en'),
      kind: fc.constant('article'),
      retracted,
    }),
  ),
);

const events = fc.tuple(
  ...EVENTS.map((id) =>
    fc.record({
      id: fc.constant(id),
      title: pick(['Rockets', 'A bomb']).map((what) => `${what} of ${id}`),
      kind: pick(['attack', 'clash', 'period']),
      time: pick(['2020-11-21', '2020-11-21T23:30Z', '2020-11', '../2020-11-30', '2021-07-20/..', '1979-12-27']),
      zone: pick(['Asia/Kabul', 'UTC', 'Pacific/Auckland']),
      places: some(ids(PLACES)).map((of) => of.map((place) => ({ place, role: 'struck' }))),
      retracted,
    }),
  ),
);

const quantity = fc.oneof(
  fc.record({ bound: pick(['exact', 'at-least', 'about']), value: pick([1, 3, 8, 40]) }),
  fc.constant({ bound: 'between', min: 2, max: 9 }),
  fc.constant({ bound: 'none' }),
);

const body = fc.oneof(
  fc.record({
    kind: fc.constant('responsibility'),
    stance: pick(['claims', 'denies', 'accuses', 'suspects', 'reports']),
    actors: some(['front', 'brigade', 'arland', 'unknown']),
  }),
  fc.record({
    kind: fc.constant('casualties'),
    outcome: pick(['killed', 'injured']),
    persons: pick(['all', 'all', 'civilians']),
    quantity,
  }),
);

const claims = fc
  .array(
    fc.record({
      source: pick(SOURCES),
      about: some(EVENTS),
      claimant: pick([...ids(ACTORS), { unnamed: 'two officials', of: 'ministry' }]),
      said: maybe(pick(['2020-11-21', '2020-11-21T10:00+04:30', '2020-11-22', '2021-08-01'])),
      paraphrase: pick(['Rockets struck the palace', 'Nobody was hurt', 'It denied the attack', 'حمله راکتی']),
      evidence: fc.constant({ excerpt: true }),
      modality: fc.constant('asserted'),
      basis: maybe(fc.constant('observed')),
      body,
      retracted,
    }),
    { minLength: 8, maxLength: 24 },
  )
  .map((all) => all.map((claim, n) => ({ id: `${claim.source}/c${n}`, ...claim })));

/** As a record is parsed: without what is undefined. */
const items = (type: string, records: readonly object[]): LedgerItem[] =>
  records.map((value) => ({ type, value: JSON.parse(JSON.stringify(value)) as unknown }) as LedgerItem);

/** A ledger in two datasets, the second of which holds the claims about its own events alone. */
export const ledgersArbitrary: fc.Arbitrary<readonly (readonly [dataset: string, items: LedgerItem[]])[]> = fc
  .tuple(sources, events, claims)
  .map(([allSources, allEvents, allClaims]) => {
    const own = new Set(EVENTS.slice(0, 3));
    const isOther = ({ about }: { readonly about: readonly string[] }): boolean => !about.every((id) => own.has(id));
    return [
      [
        'curated',
        [
          ...items('actor', ACTORS),
          ...items('place', PLACES),
          ...items('source', allSources),
          ...items(
            'event',
            allEvents.filter(({ id }) => own.has(id)),
          ),
          ...items(
            'claim',
            allClaims.filter((claim) => !isOther(claim)),
          ),
          ...items('redirect', [OLD]),
        ],
      ],
      [
        'other',
        [
          ...items(
            'event',
            allEvents.filter(({ id }) => !own.has(id)),
          ),
          ...items('claim', allClaims.filter(isOther)),
        ],
      ],
    ] as const;
  });

const clocks = ['1979-01-01', '2020-11-21', '2020-11-22', '2021-01-01', '2022-01-01'].map((day) => Date.parse(day));
const instants = ['2020-11-21T19:30Z', '2020-11-22T06:01Z', '2020-12-01', '2021-08-03', '2024-06-01'].map(Date.parse);
const bounds = fc.record({ min: pick([0, 1, 3, 9]), max: pick([0, 3, 8, 40]) }, { requiredKeys: [] });

const parts = {
  q: pick(['rockets', 'omar', 'palace denied', 'KABUL', 'راکتي', 'bomb e1', 'front شمال', 'nowhere', '  ']),
  date: fc
    .tuple(pick([-Infinity, ...clocks]), pick([...clocks, Infinity]))
    .filter(([start, end]) => start < end)
    .map(([start, end]) => ({ start, end })),
  place: some([...ids(PLACES), 'nowhere']),
  bbox: pick([
    [60, 29, 75, 38],
    [69.3, 34.4, 69.5, 34.6],
    [178, -20, -178, -15],
    [-180, -90, 180, 90],
    [-160, 89, -150, 90],
  ]),
  actor: some(['front', 'brigade', 'arland', 'ministry', 'wire', 'nobody', 'old-front']),
  claimant: some(['front', 'ministry', 'arland', 'wire', 'courier', 'old-front']),
  stance: some(['claims', 'denies', 'accuses', 'suspects']),
  killed: bounds,
  injured: bounds,
  status: some(ATTRIBUTION_STATUSES),
  agreement: some(AGREEMENTS),
  question: some(['casualties:killed:all', 'responsibility:front', 'responsibility:arland', 'nothing']),
  kind: some(['attack', 'clash', 'period']),
  dataset: some(['curated', 'other']),
  source: some([...SOURCES, 's9']),
} as const;

/** Filters of up to three parameters, every other as of some instant: more find nothing in so small a world. */
export const filterArbitrary: fc.Arbitrary<EventFilter> = fc
  .tuple(
    fc.subarray(Object.keys(parts) as (keyof typeof parts)[], { maxLength: 3 }),
    fc.option(pick(instants), { nil: undefined, freq: 2 }),
  )
  .chain(([names, asOf]) =>
    fc
      .record(Object.fromEntries(names.map((name) => [name, parts[name] as fc.Arbitrary<unknown>])))
      .map((filter) => ({ ...filter, ...(asOf === undefined ? {} : { asOf }) })),
  );
