import type {
  Actor,
  ActorId,
  Claim,
  Correction,
  Editorial,
  Event,
  Place,
  RecordType,
  Redirect,
  Source,
} from '@counterclaim/domain';
import fc from 'fast-check';
import type { BoundingBox, EventFilter, EventSort, SourceFilter } from '../filter.ts';
import { EVENT_SORTS } from '../filter.ts';
import { type Records, without } from './ledger.ts';

/** A small world: what matters is how records hang together, and that ids repeat often. */
const actors = [
  { id: 'arland', name: 'Arland', kind: 'state' },
  { id: 'arland-ministry', name: 'Ministry of Interior', kind: 'ministry', partOf: 'arland' },
  { id: 'spokesman', name: 'Omar Said, spokesman', kind: 'office-holder', partOf: 'arland-ministry' },
  { id: 'front', name: 'Northern Front', kind: 'armed-group', aliases: [{ name: 'جبههٔ شمال', language: 'fa' }] },
  { id: 'front-news', name: 'Front News', kind: 'outlet', partOf: 'front' },
  { id: 'brigade', name: 'Ærø Brigade', kind: 'armed-group', partOf: 'front' },
  { id: 'courier', name: 'The Courier', kind: 'publication' },
  { id: 'gazette', name: 'Gazette', kind: 'publication' },
  { id: 'wire', name: 'Wire Agency', kind: 'publication' },
  { id: 'coded', name: 'Coded Events', kind: 'dataset' },
] as unknown as readonly Actor[];

const places = [
  { id: 'world', name: 'World', kind: 'area', geometry: { type: 'none' }, precision: 'unknown' },
  {
    id: 'arland-country',
    name: 'Arland',
    kind: 'country',
    geometry: { type: 'point', longitude: 66, latitude: 34 },
    radiusKm: 700.5,
    precision: 'country',
    within: 'world',
  },
  {
    id: 'capital',
    name: 'Capital',
    aliases: [{ name: 'Kábul' }],
    kind: 'settlement',
    geometry: { type: 'point', longitude: 69.17, latitude: 34.53 },
    radiusKm: 15.25,
    precision: 'settlement',
    within: 'arland-country',
  },
  {
    id: 'palace',
    name: 'Palace',
    kind: 'site',
    geometry: { type: 'point', longitude: 69.18, latitude: 34.52 },
    precision: 'exact',
    within: 'capital',
  },
  {
    id: 'island',
    name: 'Far Island',
    kind: 'area',
    geometry: { type: 'point', longitude: 179.6, latitude: -17.3 },
    radiusKm: 120.5,
    precision: 'line-or-area',
    within: 'world',
  },
  {
    id: 'station',
    name: 'Station',
    kind: 'site',
    geometry: { type: 'point', longitude: -40.3, latitude: 83.1 },
    radiusKm: 300.5,
    precision: 'near',
    within: 'world',
  },
  {
    id: 'pole',
    name: 'Camp at the Pole',
    kind: 'site',
    geometry: { type: 'point', longitude: 20, latitude: 89.2 },
    radiusKm: 160.5,
    precision: 'near',
    within: 'world',
  },
] as unknown as readonly Place[];

const times = [
  '2020-11-21',
  '2020-11-21T08:40+04:30',
  '2020-11-21T23:30Z',
  '2020-11',
  '2020',
  '2020-12-31T22:00Z',
  '2021-01-01',
  '2021-07-20T08:00+04:30',
  '../2020-11-30',
  '2019-01/2020-11',
  '2021-07-20/..',
  '1979-12-27',
] as const;
const zones = ['Asia/Kabul', 'UTC', 'Pacific/Auckland'] as const;
const said = [
  '2020-11-21',
  '2020-11-21T10:00+04:30',
  '2020-11-22',
  '2020-11',
  '2021-08-01',
  '2020-11-21/2020-11-23',
] as const;

const pick = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc.uniqueArray(pick(values), { minLength: 1, maxLength: 2 });

/** Leaves out what is undefined, as a parsed record does. */
const plain = <Value>(value: object): Value =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, field]: [string, unknown]) =>
      field === undefined ? [] : [[name, isRecord(field) ? plain(field) : field]],
    ),
  ) as Value;

/** Days on which the ledger changes records of its own: few, so that several share one. */
const editorialDays = ['2026-01-01', '2026-01-02', '2026-02-01', '2026-02-02'] as const;

const corrections = fc
  .array(fc.record({ date: pick(editorialDays), was: pick([null, 4, 'Rockets']), now: pick([null, 5, ['e0']]) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    all
      .map(({ date }) => date)
      .sort()
      .map((date, nth): Correction => {
        const { was = null, now = null } = all[nth] ?? {};
        return { date, field: 'title', was, now, reason: `Reason ${nth}` };
      }),
  );
const retraction = pick(editorialDays).map((date) => ({ date, reason: 'It is not so.' }));

/** What a record may tell of its own past: mostly something, so that every kind of change meets every other. */
const editorial: fc.Arbitrary<Editorial> = fc.record({
  corrections: fc.option(corrections, { nil: undefined, freq: 5 }),
  retracted: fc.option(retraction, { nil: undefined, freq: 6 }),
});

/** Records of which some were corrected or retracted. */
const edited = <Value extends object>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc
    .array(editorial, { minLength: values.length, maxLength: values.length })
    .map((own) => values.map((value, nth) => plain<Value>({ ...value, ...own[nth] })));

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const actorIds = actors.map(({ id }) => id as string);
const placeIds = places.map(({ id }) => id as string);
const eventIds = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5'];
const sourceIds = ['s0', 's1', 's2', 's3'];

const words = pick([
  'Rockets struck the palace',
  'Nobody was hurt',
  'It denied the attack',
  'A bomb, said Omar',
  'حمله راکتی',
]);

const sources = fc.tuple(
  ...sourceIds.map((id) =>
    fc
      .record({
        publisher: pick(['courier', 'gazette', 'wire', 'front-news', 'coded']),
        wire: maybe(fc.constant('wire')),
        published: maybe(pick(['2020-11-21', '2020-11-22T06:00Z', '2021-08-02', '2023'])),
        language: pick(['en', 'fa', 'zh-Hant']),
        kind: pick(['article', 'wire-report', 'post']),
        url: maybe(fc.constant(`https://example.org/${id}`)),
        textDigest: maybe(fc.constant('b'.repeat(64))),
      })
      .map((own) => plain<Source>({ id, title: `On ${id}`, ...own })),
  ),
);

const events = fc.subarray(eventIds, { minLength: 3 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          kind: pick(['attack', 'clash', 'period']),
          time: pick(times),
          zone: pick(zones),
          places: some(placeIds).map((of) => of.map((place) => ({ place, role: 'struck' }))),
        })
        .map((own) => plain<Event>({ id, title: `Event ${id}`, ...own })),
    ),
  ),
);

const quantity = fc.oneof(
  fc.record({ bound: pick(['exact', 'at-least', 'about', 'at-most']), value: pick([1, 3, 8, 10, 40]) }),
  fc.constant({ bound: 'between', min: 2, max: 9 }),
  fc.record({ bound: pick(['none', 'none-known', 'unquantified']) }),
);

const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('responsibility'),
      stance: pick(['claims', 'denies', 'accuses', 'suspects', 'exonerates', 'reports', 'declines']),
      actors: fc.oneof(
        { weight: 4, arbitrary: some(['front', 'brigade', 'arland']) },
        { weight: 1, arbitrary: pick([['unknown'], [{ unnamed: 'rebels', of: 'brigade' }]]) },
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('casualties'),
      outcome: pick(['killed', 'killed', 'injured', 'killed-or-injured']),
      persons: pick(['all', 'all', 'all', 'civilians']),
      scope: pick([undefined, undefined, undefined, 'palace']),
      quantity,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('occurrence'), what: fc.constant('ceasefire'), happened: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: pick([
      { kind: 'statement', topic: 'context' },
      { kind: 'parties', sides: ['front', 'arland'] },
    ]),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('location'), place: pick(placeIds) }) },
);

const claimsOf = (ids: readonly string[]): fc.Arbitrary<Claim[]> =>
  fc
    .array(
      fc.record({
        source: pick(sourceIds),
        about: fc.uniqueArray(pick(ids), { minLength: 1, maxLength: 2 }),
        claimant: fc.oneof(
          { weight: 4, arbitrary: pick(actorIds) },
          {
            weight: 1,
            arbitrary: pick([{ unnamed: 'two officials', of: 'arland-ministry' }, { unnamed: 'a witness' }]),
          },
        ),
        via: maybe(pick([['wire'], ['front-news', 'wire']])),
        said: maybe(pick(said)),
        paraphrase: words,
        modality: pick(['asserted', 'asserted', 'initial', 'predicted']),
        basis: maybe(fc.constant('observed')),
        body,
        /** Which earlier claim it repeats or supersedes, if any. */
        relation: maybe(fc.tuple(pick(['repeats', 'supersedes', 'retracts', 'partOf', 'respondsTo']), fc.nat())),
        paragraph: maybe(fc.integer({ min: 1, max: 3 })),
      }),
      { minLength: 4, maxLength: 18 },
    )
    .map((coded) =>
      coded.map(({ relation, paragraph, ...own }, index): Claim => {
        const id = (at: number): string => `${coded[at]?.source ?? ''}/c${at}`;
        const [name, to] = relation ?? ['', 0];
        const target = index === 0 ? undefined : id(to % index);
        const relations =
          relation === undefined || target === undefined
            ? undefined
            : { [name]: name === 'repeats' || name === 'partOf' ? target : [target] };
        const evidence =
          paragraph === undefined
            ? { excerpt: true }
            : { passages: [{ paragraph, start: index, end: index + 5, sha256: 'a'.repeat(64) }] };
        return plain({ id: id(index), evidence, relations, ...own });
      }),
    );

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Ids that no record bears, and what they may lead to. */
const oldIds = (
  claims: readonly Claim[],
  events: readonly Event[],
): Readonly<Record<string, readonly [RecordType, readonly string[]]>> => ({
  'old-front': ['actor', ['front', 'brigade']],
  'old-arland': ['actor', ['arland', 'arland-ministry']],
  'old-capital': ['place', ['capital', 'palace']],
  '2019-old-event': ['event', events.map(({ id }) => id)],
  s8: ['source', sourceIds],
  's0/old': ['claim', claims.map(({ id }) => id)],
  's8/c1': ['claim', claims.map(({ id }) => id)],
});

const redirectsOf = (claims: readonly Claim[], events: readonly Event[]): fc.Arbitrary<Redirect[]> =>
  fc
    .tuple(
      ...Object.entries(oldIds(claims, events)).map(([from, [type, ids]]) =>
        fc.record({ to: pick(ids), date: pick(editorialDays) }).map(({ to, date }): Redirect => ({
          type,
          from,
          to,
          date,
          reason: 'It was held twice.',
        })),
      ),
    )
    .chain((all) => fc.subarray(all));

/** Ledgers of a few events, with whatever claims may say of them. */
export const recordsArbitrary: fc.Arbitrary<Records> = fc
  .tuple(sources.chain(edited), events.chain(edited))
  .chain(([sourceList, eventList]) =>
    claimsOf(eventList.map(({ id }) => id))
      .chain(edited)
      .chain((claims) =>
        fc
          .tuple(edited([...actors].sort(byId)), edited([...places].sort(byId)), redirectsOf(claims, eventList))
          .map(([actorList, placeList, redirects]) => ({
            actors: actorList,
            places: placeList,
            sources: sourceList,
            events: eventList,
            claims: claims.sort(byId),
            redirects,
          })),
      ),
  );

const bounds = fc
  .record({ min: maybe(pick([0, 1, 3, 9, 11])), max: maybe(pick([0, 3, 8, 40])) })
  .map((own) => plain<NonNullable<EventFilter['killed']>>(own));

const instants = [
  '2020-11-21T00:00Z',
  '2020-11-21T19:30Z',
  '2020-11-22T06:01Z',
  '2020-12-01T00:00Z',
  '2021-08-03T00:00Z',
  '2024-06-01T00:00Z',
].map((text) => Date.parse(text));

const clocks = [
  '1979-01-01',
  '2020-01-01',
  '2020-11-21',
  '2020-11-22',
  '2020-12-01',
  '2021-01-01',
  '2021-07-21',
  '2022-01-01',
].map((day) => Date.parse(day));

const span = fc
  .tuple(pick([-Infinity, ...clocks]), pick([...clocks, Infinity]))
  .filter(([start, end]) => start < end)
  .map(([start, end]) => ({ start, end }));

const parts = {
  q: pick([
    'rockets',
    'omar',
    'palace denied',
    'KABUL',
    'راکتي',
    'event e1',
    'front شمال',
    'aero',
    'nowhere',
    '  ',
    'hurt e2',
  ]),
  date: span,
  place: some([...placeIds, 'old-capital']),
  bbox: pick([
    [60, 29, 75, 38],
    [69.3, 34.4, 69.5, 34.6],
    [178, -20, -178, -15],
    [-180, -90, 180, 90],
    [-179.9, -20, -179, -15],
  ]),
  killed: bounds,
  injured: bounds,
  status: some(['contested', 'claimed', 'accused', 'accused-and-denied', 'unclaimed', 'multiple-claims']),
  agreement: some(['single', 'disputed', 'agreed', 'compatible', 'listed', 'unsettled']),
  question: some([
    'casualties:killed:all',
    'responsibility:front',
    'occurrence:ceasefire',
    'casualties:killed:all@palace',
    'parties',
  ]),
  kind: some(['attack', 'clash', 'period']),
  dataset: some(['curated', 'other']),
  source: some([...sourceIds, 's8', 's9']),
  claim: fc.constant(undefined),
} as const;

/** What is asked of claims, one, two or three things at once. */
const claimParts = fc
  .record(
    {
      actor: some(['front', 'brigade', 'arland', 'arland-ministry', 'wire', 'nobody', 'old-front']),
      claimant: some(['front', 'arland-ministry', 'arland', 'wire', 'courier', 'old-arland']),
      stance: some(['claims', 'denies', 'accuses', 'suspects']),
    },
    { requiredKeys: [] },
  )
  .filter((asked) => Object.keys(asked).length > 0);

/** Filters of few parameters, every other as of some instant: more find nothing in so small a world. */
export const eventFilterArbitrary: fc.Arbitrary<EventFilter> = fc
  .tuple(
    fc.subarray(Object.keys(parts) as (keyof typeof parts)[], { minLength: 1, maxLength: 2 }),
    claimParts,
    fc.option(pick(instants), { nil: undefined, freq: 2 }),
  )
  .chain(([names, claim, asOf]) =>
    fc
      .record(Object.fromEntries(names.map((name) => [name, parts[name] as fc.Arbitrary<unknown>])))
      .map((filter) =>
        plain<EventFilter>({ ...without(filter, 'claim'), ...(names.includes('claim') ? claim : {}), asOf }),
      ),
  );

/** Filters by what is asked of claims alone. */
export const claimFilterArbitrary: fc.Arbitrary<EventFilter> = fc
  .tuple(claimParts, fc.option(pick(instants), { nil: undefined, freq: 2 }))
  .map(([claim, asOf]) => plain<EventFilter>({ ...claim, asOf }));

/** Filters of documents. */
export const sourceFilterArbitrary: fc.Arbitrary<SourceFilter> = fc
  .record({
    q: maybe(pick(['courier', 'wire s1', 'nowhere'])),
    publisher: maybe(some(['courier', 'gazette', 'wire', 'nobody'] as ActorId[])),
    wire: maybe(pick([['wire' as ActorId], ['courier' as ActorId]])),
    language: maybe(some(['en', 'fa', 'zh'])),
    kind: maybe(some(['article', 'post', 'dataset'] as const)),
  })
  .map((own) => plain<SourceFilter>(own));

/** Filters by date alone: around events that begin before the span, or never end. */
export const dateFilterArbitrary: fc.Arbitrary<EventFilter> = span.map((date) => ({ date }));

/** Numbers of three decimals, all as likely: those of `fc.double` are mostly next to nothing. */
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.noBias(fc.integer({ min: min * 1_000, max: max * 1_000 })).map((thousandths) => thousandths / 1_000);

/** Boxes around and beside places, near enough for a radius to matter. */
export const boxArbitrary: fc.Arbitrary<BoundingBox> = fc
  .record({
    place: pick(places.flatMap(({ geometry }) => (geometry.type === 'point' ? [geometry] : []))),
    /** Degrees from the point to the box, and the size of the box. */
    east: between(-12, 12),
    north: between(-8, 8),
    near: fc.boolean(),
    width: between(0, 9),
    height: between(0, 4),
  })
  .map(({ place, east, north, near, width, height }) => {
    const scale = near ? 0.03 : 1;
    const turn = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
    const west = place.longitude + east * scale;
    const south = Math.max(-90, Math.min(86, place.latitude + north * scale));
    return [turn(west), south, turn(west + width * scale), Math.min(90, south + height * scale)];
  });

const replaced = <Item extends { readonly id: string }>(items: readonly Item[], id: string, change: object): Item[] =>
  items.map((item) => (item.id === id ? plain<Item>({ ...item, ...change }) : item));

/** One change to one record, as a curator makes it. */
export const editArbitrary: fc.Arbitrary<(records: Records) => Records> = fc.oneof(
  fc
    .tuple(
      pick(['brigade', 'spokesman', 'front-news', 'courier', 'wire']),
      pick([{ name: 'Rockets Inc' }, { partOf: 'arland' }, { kind: 'agency' }]),
    )
    .map(([id, change]) => (records: Records) => ({ ...records, actors: replaced(records.actors, id, change) })),
  fc
    .tuple(
      pick(['capital', 'palace', 'island']),
      pick([{ name: 'Rockets Hill' }, { within: 'world' }, { radiusKm: 3 }]),
    )
    .map(([id, change]) => (records: Records) => ({ ...records, places: replaced(records.places, id, change) })),
  fc
    .tuple(
      pick(sourceIds),
      pick([{ published: '2020-11-21' }, { wire: 'wire' }, { publisher: 'gazette' }, { title: 'On rockets' }]),
    )
    .map(([id, change]) => (records: Records) => ({ ...records, sources: replaced(records.sources, id, change) })),
  fc
    .tuple(
      pick(eventIds),
      pick([
        { time: '2021-01-01' },
        { title: 'Rockets' },
        { zone: 'UTC' },
        { places: [{ place: 'island', role: 'struck' }] },
      ]),
    )
    .map(([id, change]) => (records: Records) => ({ ...records, events: replaced(records.events, id, change) })),
  fc
    .tuple(
      fc.nat(),
      pick([
        { said: '2020-11-21' },
        { paraphrase: 'It spoke of rockets' },
        { about: undefined },
        { modality: 'predicted' },
      ]),
    )
    .map(([nth, change]) => (records: Records) => {
      const id = records.claims[nth % records.claims.length]?.id ?? '';
      const other = records.events[nth % records.events.length]?.id;
      return { ...records, claims: replaced(records.claims, id, 'about' in change ? { about: [other] } : change) };
    }),
  fc.nat().map((nth) => (records: Records) => {
    // Left out, with whatever names it.
    const id = records.claims[nth % records.claims.length]?.id;
    const claims = records.claims.filter((claim) => claim.id !== id);
    const names = ({ relations }: Claim): boolean =>
      Object.values(relations ?? {})
        .flat()
        .includes(id);
    return {
      ...records,
      claims: claims.map((claim) => (names(claim) ? without(claim, 'relations') : claim)),
      redirects: records.redirects.filter(({ to }) => to !== id),
    };
  }),
  // Corrected, retracted, or no longer so.
  {
    weight: 3,
    arbitrary: fc
      .tuple(pick(['actors', 'places', 'sources', 'events', 'claims'] as const), fc.nat(), editorial)
      .map(([list, nth, change]) => (records: Records) => {
        const id = records[list][nth % records[list].length]?.id ?? '';
        return { ...records, [list]: replaced<Editorial & { id: string }>(records[list], id, change) };
      }),
  },
  fc.nat().map((nth) => (records: Records) => ({
    ...records,
    redirects: records.redirects.filter((_, at) => at !== nth % records.redirects.length),
  })),
);

/** Ids that may lead to a record, or may not. */
export const ASKED_REDIRECTS: readonly (readonly [RecordType, string])[] = [
  ['actor', 'old-front'],
  ['actor', 'front'],
  ['actor', 's8'],
  ['place', 'old-capital'],
  ['event', '2019-old-event'],
  ['source', 's8'],
  ['claim', 's0/old'],
  ...Array.from({ length: 18 }, (_, nth) => ['claim', `s8/c${nth}`] as const),
  ['claim', 's8/old'],
  ['claim', 's9/c1'],
  ['claim', 's8'],
];

export const sortArbitrary: fc.Arbitrary<EventSort> = pick(EVENT_SORTS);
