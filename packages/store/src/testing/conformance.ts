import {
  assessmentHistory,
  dossierOf,
  type EventId,
  formatInstant,
  indexLedger,
  type LedgerItem,
  type PlaceId,
  type Redirect,
  type SourceId,
} from '@counterclaim/domain';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generated } from '../../bench/generated.ts';
import { EVENTS_OF_CHANGE, FACETS, type ListedEvent, type Page } from '../answer.ts';
import {
  type ChangeFilter,
  type ClaimFilter,
  EVENT_SORTS,
  type EventFilter,
  type EventSort,
  type PageRequest,
  type Position,
} from '../filter.ts';
import type { EventChange, Store } from '../store.ts';
import {
  ASKED_REDIRECTS,
  boxArbitrary,
  claimFilterArbitrary,
  dateFilterArbitrary,
  editArbitrary,
  eventFilterArbitrary,
  recordsArbitrary,
  sortArbitrary,
  sourceFilterArbitrary,
} from './generate.ts';
import { acceptanceRecords, CASES, itemsOf, ledgerOf, noRecords, type Records, together, without } from './ledger.ts';
import { coverageOf } from './reference-coverage.ts';
import { localSpan, Reference } from './reference.ts';

const DIGEST = 'a'.repeat(64);
const OTHER_DIGEST = 'b'.repeat(64);

/** As it comes out of a database: without what is undefined. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Every item of a list, read in pages of a size. */
async function allOf<Item>(limit: number, read: (page: PageRequest) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let after: Position | undefined; ;) {
    const page = await read(after === undefined ? { limit } : { limit, after: stored(after) });
    items.push(...page.items);
    if (page.items.length > limit) throw new RangeError(`a page of ${page.items.length}, not ${limit}`);
    if (page.next === undefined) return items;
    after = page.next;
  }
}

/** What a list is sorted by, or nothing. */
function sortValue(event: ListedEvent, sort: EventSort): number | null {
  switch (sort) {
    case 'date':
    case '-date': {
      const { start } = localSpan(event as never);
      return start === -Infinity ? start : Math.floor(start / 60_000);
    }
    case 'killed':
    case '-killed':
      return event.killed?.high ?? null;
    case 'known':
    case '-known':
      return event.lastKnown === null ? null : Date.parse(event.lastKnown);
  }
}

function expectSorted(events: readonly ListedEvent[], sort: EventSort): void {
  const values = events.map((event) => sortValue(event, sort));
  const numbers = values.filter((value) => value !== null);
  // Those without a number stand at the end.
  expect(values).toEqual([...numbers, ...values.slice(numbers.length).map(() => null)]);
  expect(numbers).toEqual([...numbers].sort((a, b) => (sort.startsWith('-') ? (a < b ? 1 : -1) : a < b ? -1 : 1)));
}

/**
 * What every store must do, whatever engine stands behind it.
 *
 * @param effort Share of the generated ledgers to try: less where the same queries were tried elsewhere.
 * @param readsWhileLoading Whether the engine has more than one connection, so that it can be read while it is being written.
 */
export function describeStore(
  name: string,
  open: () => Promise<Store>,
  effort = 1,
  { readsWhileLoading = true } = {},
): void {
  describe(name, () => {
    let store: Store;
    let loads = 0;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const load = (id: string, digest: string, records: Records) => store.replaceDataset(id, digest, itemsOf(records));
    const listed = (filter: EventFilter, sort: EventSort = '-date', limit = 100) =>
      allOf(limit, (page) => store.events(filter, sort, page));
    const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

    /** Loads generated records as one dataset, and some of their events as another. */
    const load2 = async (records: Records, before: 'kept' | 'gone' = 'gone'): Promise<Reference> => {
      const [own, ...others] = records.events;
      const claims = records.claims.filter(({ about }) => about.length > 1 || about[0] !== own?.id);
      const first = {
        ...records,
        events: own === undefined ? [] : [own],
        claims: [],
        redirects: records.redirects.filter(({ type }) => type !== 'event' && type !== 'claim'),
      };
      const redirects = records.redirects.filter((redirect) => !first.redirects.includes(redirect));
      const second = { ...noRecords, events: others, claims, redirects };
      const rest = records.claims.filter((claim) => !claims.includes(claim));
      // Claims that name others of the second dataset go there with them.
      const together = { ...second, claims: [...claims, ...rest] };
      if (before === 'gone') await store.removeDataset('other');
      await load('curated', String((loads += 1)), first);
      await load('other', String((loads += 1)), together);
      return new Reference(['curated', first], ['other', together]);
    };

    const expectListed = async (reference: Reference, filter: EventFilter, sort: EventSort): Promise<void> => {
      const expected = reference.events(filter).map(({ dataset, summary }) => ({ ...summary, dataset }));
      const events = await listed(filter, sort);
      const byId = (a: ListedEvent, b: ListedEvent): number => (a.id < b.id ? -1 : 1);
      expect([...events].sort(byId), JSON.stringify(filter)).toEqual(stored(expected).sort(byId));
      expectSorted(events, sort);
    };

    /** Counts, lists, changes and redirects are what they are by the reference. */
    const expectKept = async (reference: Reference): Promise<void> => {
      const { datasets } = await store.state();
      expect(datasets.map((info) => without(info, 'digest'))).toEqual(reference.infos());
      expect(ids(await allOf(3, (page) => store.sources({}, page)))).toEqual(reference.listed('sources'));
      expect(ids(await allOf(3, (page) => store.actors(page)))).toEqual(reference.listed('actors'));
      expect(ids(await allOf(3, (page) => store.places(page)))).toEqual(reference.listed('places'));
      for (const filter of [
        {},
        { event: ['e1'] },
        { event: ['2019-old-event', 'e2'] },
        { event: [] },
        { event: ['e9'] },
      ]) {
        await expectChanges(reference, filter as ChangeFilter);
      }
      for (const [type, id] of ASKED_REDIRECTS) {
        expect(await store.redirect(type, id), `${type} ${id}`).toEqual(reference.redirect(type, id));
      }
    };

    const expectChanges = async (reference: Reference, filter: ChangeFilter): Promise<void> => {
      const entries = await allOf(2, (page) => store.changes(filter, page));
      const sorted = entries.map((entry) => ({
        ...entry,
        events: [...entry.events].sort((a, b) => (a.id < b.id ? -1 : 1)),
      }));
      expect(sorted, JSON.stringify(filter)).toEqual(stored(reference.changes(filter)));
      expect(new Set(ids(entries)).size).toBe(entries.length);
      for (const { events } of entries) {
        const starts = events.map(({ id }) => reference.startOf(id));
        expect(starts).toEqual([...starts].sort((a, b) => (a < b ? 1 : -1)));
      }
    };

    describe('with the attacks of the acceptance fixtures', () => {
      const records = acceptanceRecords(...CASES);
      const index = indexLedger(ledgerOf(records));
      beforeEach(() => load('curated', DIGEST, records));

      it('answers each event with its dossier, assessment and summary', async () => {
        for (const { dossier, assessment, summary } of new Reference(['curated', records]).held()) {
          expect(await store.event(dossier.event.id)).toEqual(
            stored({ dataset: 'curated', dossier, assessment, summary }),
          );
        }
        expect(await store.event('nothing' as EventId)).toBeUndefined();
      });

      it('answers the history of each event', async () => {
        for (const { id } of records.events) {
          const dossier = dossierOf(index, id);
          if (dossier === undefined) throw new TypeError(id);
          const pieces = assessmentHistory(dossier).map(({ knownFrom, knownUntil, assessment }) => ({
            knownFrom: formatInstant(knownFrom),
            knownUntil: formatInstant(knownUntil),
            assessment,
          }));
          expect(await store.history(id)).toEqual(stored(pieces));
        }
        expect(await store.history('nothing' as EventId)).toBeUndefined();
      });

      it('answers sources with their claims in the order of their passages, and all that these name', async () => {
        for (const source of records.sources) {
          const detail = await store.source(source.id);
          const claims = records.claims.filter((claim) => claim.source === source.id);
          expect(detail?.source).toEqual(stored(source));
          expect(ids(detail?.claims ?? [])).toEqual(ids(claims));
          expect(ids(detail?.actors ?? [])).toContain(source.publisher);
          expect(ids(detail?.events ?? [])).toEqual(expect.arrayContaining(claims.flatMap(({ about }) => about)));
        }
        expect(await store.source('nothing' as SourceId)).toBeUndefined();
      });

      it('answers claims with the claims that they name or that name them', async () => {
        for (const claim of records.claims) {
          const detail = await store.claim(claim.id);
          const targets = Object.values(claim.relations ?? {}).flat();
          const naming = records.claims.filter(({ relations }) =>
            Object.values(relations ?? {})
              .flat()
              .includes(claim.id),
          );
          expect(detail?.claim).toEqual(stored(claim));
          expect(ids(detail?.related ?? [])).toEqual([...new Set([...targets, ...ids(naming)])].sort());
          expect(ids(detail?.events ?? []).sort()).toEqual([...claim.about].sort());
        }
      });

      it('answers actors and places with what stands above and below them', async () => {
        for (const actor of records.actors) {
          const detail = await store.actor(actor.id);
          expect(detail?.bodies[0]?.id).toBe(actor.partOf);
          expect(ids(detail?.parts ?? []).sort()).toEqual(
            ids(records.actors.filter(({ partOf }) => partOf === actor.id)),
          );
        }
        const kabul = await store.place('kabul' as never);
        expect(ids(kabul?.within ?? [])).toEqual(['afghanistan']);
        expect(ids(kabul?.parts ?? [])).toContain('emergency-hospital');
      });

      it('lists sources, actors and places by id, and finds them by the beginnings of words of their names', async () => {
        expect(ids(await allOf(7, (page) => store.sources({}, page)))).toEqual(ids(records.sources));
        expect(ids(await allOf(7, (page) => store.actors(page)))).toEqual(ids(records.actors));
        expect(ids(await allOf(2, (page) => store.places(page)))).toEqual(ids(records.places));
        expect(ids((await store.places({ limit: 9 }, 'كابل')).items)).toEqual(['kabul']);
        expect(ids((await store.places({ limit: 9 }, 'KAB')).items)).toEqual([
          'emergency-surgical-centre-kabul',
          'kabul',
        ]);
        expect(ids((await store.actors({ limit: 99 }, 'taliban')).items)).toContain('taliban');
        expect((await store.actors({ limit: 9 }, 'taliban nobody')).items).toEqual([]);
        const some = ['kabul', 'atlantis', 'afghanistan'] as PlaceId[];
        expect(ids((await store.places({ limit: 9 }, undefined, some)).items)).toEqual(['afghanistan', 'kabul']);
        expect(ids((await store.places({ limit: 9 }, 'KAB', some)).items)).toEqual(['kabul']);
      });

      it('finds the November attack by what was said of it', async () => {
        const found = await listed({ q: 'rockets kabul' });
        expect(ids(found)).toContain('2020-11-21-kabul-rockets');
        expect(await listed({ q: 'rockets atlantis' })).toEqual([]);
      });

      it('counts what is covered', async () => {
        const reference = new Reference(['curated', records]);
        expect(await store.coverage()).toEqual(stored(coverageOf(reference)));
      });

      it('counts what it holds', async () => {
        const { datasets } = await store.state();
        const { actors, places, sources, events, claims } = records;
        expect(datasets).toEqual([
          {
            id: 'curated',
            digest: DIGEST,
            actors: actors.length,
            places: places.length,
            sources: sources.length,
            events: events.length,
            claims: claims.length,
          },
        ]);
      });
    });

    describe('with any records', () => {
      it('answers filters as one who works everything out anew', async () => {
        const filters = fc.array(fc.tuple(eventFilterArbitrary, sortArbitrary), { minLength: 40, maxLength: 40 });
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, filters, async (records, asked) => {
            const reference = await load2(records);
            for (const [filter, sort] of [[{}, '-date'] as const, ...asked])
              await expectListed(reference, filter, sort);
          }),
          { numRuns: Math.ceil(40 * effort) },
        );
      });

      it('holds all that is asked of claims against one claim', async () => {
        const filters = fc.array(claimFilterArbitrary, { minLength: 40, maxLength: 40 });
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, filters, async (records, asked) => {
            const reference = await load2(records);
            for (const filter of asked) await expectListed(reference, filter, '-date');
          }),
          { numRuns: Math.ceil(10 * effort) },
        );
      });

      it('finds events by date that begin before it, or never end', async () => {
        const filters = fc.array(dateFilterArbitrary, { minLength: 20, maxLength: 20 });
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, filters, async (records, asked) => {
            const reference = await load2(records);
            for (const filter of asked) {
              await expectListed(reference, filter, 'date');
              expect(ids(await listed(filter, '-date', 1))).toEqual(ids(await listed(filter, 'date')).reverse());
            }
          }),
          { numRuns: Math.ceil(10 * effort) },
        );
      });

      it('finds what a box meets, by point and radius', async () => {
        const [example] = fc.sample(recordsArbitrary, { numRuns: 1, seed: 1 });
        const [event] = example?.events ?? [];
        if (example === undefined || event === undefined) throw new TypeError('nothing was generated');
        const events = example.places.map(({ id }) => ({
          ...without(event, 'retracted'),
          id: `at-${id}` as EventId,
          places: [{ place: id, role: 'struck' as const }],
        }));
        const reference = await load2({ ...example, events, claims: [], redirects: [] });
        await fc.assert(
          fc.asyncProperty(boxArbitrary, (bbox) => expectListed(reference, { bbox }, '-date')),
          { numRuns: Math.ceil(300 * effort) },
        );
      });

      it('answers events as of any instant', async () => {
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, async (records) => {
            const reference = await load2(records);
            const instants = new Set(
              reference.held().flatMap(({ known }) => known.map((utterance) => utterance.known)),
            );
            for (const instant of [...instants].filter(Number.isFinite).flatMap((known) => [known - 1, known])) {
              for (const { dataset, dossier, assessment, summary } of reference.held(instant)) {
                const answer = await store.event(dossier.event.id, instant);
                expect(answer).toEqual(stored({ dataset, dossier, assessment, summary }));
              }
            }
          }),
          { numRuns: Math.ceil(25 * effort) },
        );
      });

      it('visits each event once, in one order, whatever the size of a page', async () => {
        await fc.assert(
          fc.asyncProperty(
            recordsArbitrary,
            eventFilterArbitrary,
            sortArbitrary,
            fc.integer({ min: 1, max: 3 }),
            async (records, filter, sort, limit) => {
              await load2(records);
              const whole = ids(await listed(filter, sort));
              expect(new Set(whole).size).toBe(whole.length);
              expect(ids(await listed(filter, sort, limit))).toEqual(whole);
              const opposite = sort.startsWith('-') ? (sort.slice(1) as EventSort) : (`-${sort}` as EventSort);
              const numbered = (events: readonly ListedEvent[]) =>
                ids(events.filter((event) => sortValue(event, sort) !== null));
              expect(numbered(await listed(filter, opposite, limit)).reverse()).toEqual(
                numbered(await listed(filter, sort)),
              );
            },
          ),
          { numRuns: Math.ceil(22 * effort) },
        );
      });

      it('counts facets as the list would, each without its own filter', async () => {
        const filters = fc.array(eventFilterArbitrary, { minLength: 8, maxLength: 8 });
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, filters, async (records, asked) => {
            const reference = await load2(records);
            for (const filter of [{}, ...asked]) {
              const { total, facets, months } = await store.facets(filter);
              expect(total).toBe(reference.events(filter).length);
              for (const facet of FACETS) {
                const rest = without(filter, facet);
                const counts = new Map<string, number>();
                for (const event of reference.events(rest)) {
                  for (const value of reference.facetValues(facet, event, filter)) {
                    counts.set(value, (counts.get(value) ?? 0) + 1);
                  }
                }
                const counted = facets[facet].map(({ value, count }) => [value, count] as const);
                expect(new Map(counted), `${facet} of ${JSON.stringify(filter)}`).toEqual(counts);
                expect(counted.map(([, count]) => count)).toEqual(
                  counted.map(([, count]) => count).sort((a, b) => b - a),
                );
                for (const { value, count } of facets[facet].slice(0, 2)) {
                  expect((await listed({ ...rest, [facet]: [value] })).length).toBe(count);
                }
              }
              const events = reference.events(without(filter, 'date'));
              expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(events.length);
              expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).sort());
              for (const { count, byStatus } of months) {
                expect(Object.values(byStatus).reduce((sum, some) => sum + some, 0)).toBe(count);
              }
            }
          }),
          { numRuns: Math.ceil(25 * effort) },
        );
      });

      it('counts what is covered as one who works everything out anew', async () => {
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, async (records) => {
            const reference = await load2(records);
            expect(await store.coverage()).toEqual(stored(coverageOf(reference)));
          }),
          { numRuns: Math.ceil(60 * effort) },
        );
      });

      it('filters sources by what their records say', async () => {
        await fc.assert(
          fc.asyncProperty(
            recordsArbitrary,
            fc.array(sourceFilterArbitrary, { minLength: 20, maxLength: 20 }),
            async (records, asked) => {
              const reference = await load2(records);
              for (const filter of asked) {
                const found = await allOf(1, (page) => store.sources(filter, page));
                expect(ids(found), JSON.stringify(filter)).toEqual(reference.sources(filter));
              }
            },
          ),
          { numRuns: Math.ceil(20 * effort) },
        );
      });

      it('lists claims as one who works everything out anew', async () => {
        await fc.assert(
          fc.asyncProperty(
            recordsArbitrary,
            fc.array(eventFilterArbitrary, { minLength: 12, maxLength: 12 }),
            async (records, asked) => {
              const reference = await load2(records);
              const some: ClaimFilter[] = asked.map(
                ({ q, actor, claimant, stance, question, dataset, source, asOf }) =>
                  stored({ q, actor, claimant, stance, question, dataset, source, asOf }) as ClaimFilter,
              );
              const kinds: ClaimFilter[] = [{ kind: ['responsibility'] }, { event: ['e1', 'e2'] as EventId[] }];
              for (const filter of [{}, ...kinds, ...some]) {
                const claims = await allOf(3, (page) => store.claims(filter, page));
                expect(ids(claims), JSON.stringify(filter)).toEqual(ids(reference.claims(filter)));
              }
            },
          ),
          { numRuns: Math.ceil(25 * effort) },
        );
      });

      it('keeps what the ledger did to records of its own', async () => {
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, async (records) => expectKept(await load2(records))),
          { numRuns: Math.ceil(60 * effort) },
        );
      });

      it('holds the same after any change as one who works everything out anew', async () => {
        const edits = fc.array(editArbitrary, { minLength: 4, maxLength: 4 });
        await fc.assert(
          fc.asyncProperty(recordsArbitrary, recordsArbitrary, edits, async (before, after, changes) => {
            await load2(before);
            let records = after;
            for (const [turn, change] of [(same: Records) => same, ...changes].entries()) {
              records = change(records);
              const reference = await load2(records, turn === 0 ? 'gone' : 'kept');
              for (const { dataset, dossier, assessment, summary } of reference.held()) {
                expect(await store.event(dossier.event.id)).toEqual(stored({ dataset, dossier, assessment, summary }));
              }
              for (const filter of [{ q: 'rockets' }, { actor: ['front'] }, { place: ['world'] }, { source: ['s1'] }]) {
                await expectListed(reference, filter as EventFilter, '-known');
              }
              await expectKept(reference);
              for (const q of ['rockets', 'courier', 'front']) {
                expect(ids((await store.sources({ q }, { limit: 100 })).items)).toEqual(reference.sourcesFound(q));
              }
              expect(ids(await allOf(20, (page) => store.claims({ q: 'rockets' }, page)))).toEqual(
                ids(reference.claims({ q: 'rockets' })),
              );
            }
          }),
          { numRuns: Math.ceil(22 * effort) },
        );
      });
    });

    describe('with many events on few days', () => {
      const [palace] = acceptanceRecords('kabul-2021-07-20').events;
      const records = acceptanceRecords('kabul-2021-07-20');
      const claim = records.claims.find(({ body }) => body.kind === 'casualties');
      if (palace === undefined || claim === undefined) throw new TypeError('the fixture has changed');
      const events = Array.from({ length: 230 }, (_, n) => ({
        ...palace,
        id: `event-${n}` as EventId,
        time: n % 3 === 0 ? '2021-07-20' : '2021-07-21',
      }));
      const claims = events
        .filter((_, n) => n % 2 === 0)
        .map((event, n) => ({
          ...without(claim, 'relations'),
          id: `counted/c${n}` as typeof claim.id,
          about: [event.id],
          body: {
            kind: 'casualties' as const,
            outcome: 'killed' as const,
            persons: 'all' as const,
            quantity: n % 4 === 0 ? { bound: 'none' as const } : { bound: 'exact' as const, value: 1 + (n % 3) },
          },
        }));

      it.each(EVENT_SORTS)('pages by %s through events that are alike', async (sort) => {
        await load('curated', DIGEST, { ...records, events, claims });
        const whole = await listed({}, sort);
        expect(new Set(ids(whole)).size).toBe(events.length);
        expectSorted(whole, sort);
        for (const limit of [1, 7, 64]) expect(ids(await listed({}, sort, limit))).toEqual(ids(whole));
      });

      it('goes on after an event that is gone', async () => {
        await load('curated', DIGEST, { ...records, events, claims });
        const first = await store.events({}, '-date', { limit: 10 });
        const rest = ids(await listed({})).slice(10);
        const gone = events.filter(({ id }) => id !== first.next?.id);
        const about = claims.filter((one) => !one.about.some((id) => (id as string) === first.next?.id));
        await load('curated', OTHER_DIGEST, { ...records, events: gone, claims: about });
        if (first.next === undefined) throw new TypeError('there is one page only');
        expect(ids((await store.events({}, '-date', { limit: 100, after: first.next })).items)).toEqual(
          rest.slice(0, 100),
        );
      });
    });

    describe('when a dataset is replaced', () => {
      const records = acceptanceRecords('kabul-2021-07-20');
      const more = acceptanceRecords('kabul-2021-07-20', 'kabul-2021-08-29');

      it('does nothing when the digest is the same', async () => {
        const info = await load('curated', DIGEST, records);
        const before = await store.state();
        const untouched = (function* (): Generator<LedgerItem> {
          yield* [];
          throw new Error('read');
        })();
        expect(await store.replaceDataset('curated', DIGEST, untouched)).toEqual(info);
        expect(await store.state()).toEqual(before);
      });

      it('keeps nothing where nothing is to be kept, and says what would be', async () => {
        await load('curated', DIGEST, records);
        const before = { state: await store.state(), events: await listed({}) };
        const would = await store.replaceDataset('curated', OTHER_DIGEST, itemsOf(more), { keep: false });
        expect(would).toMatchObject({ digest: OTHER_DIGEST, events: more.events.length, claims: more.claims.length });
        expect({ state: await store.state(), events: await listed({}) }).toEqual(before);
        await store.replaceDataset('other', DIGEST, [], { keep: false });
        expect(await store.state()).toEqual(before.state);
        expect(await load('curated', OTHER_DIGEST, more)).toEqual(would);
      });

      it('tells which events it added, changed and removed', async () => {
        const told: string[] = [];
        const onEventChange = (id: EventId, change: EventChange): number => told.push(`${change} ${id}`);
        const replace = (digest: string, by: Records): Promise<unknown> =>
          store.replaceDataset('curated', digest, itemsOf(by), { onEventChange });
        const [first, ...events] = more.events;
        if (first === undefined) throw new Error('no event');
        await load('other', DIGEST, { ...noRecords, events: [{ ...first, id: 'untouched' as EventId, places: [] }] });
        await replace(DIGEST, more);
        expect(told).toEqual([]);
        await replace(OTHER_DIGEST, {
          ...more,
          sources: more.sources.map((source) => ({ ...source, title: 'Another' })),
        });
        expect(told).toEqual([]);
        // A new title, another day, and a claim that is said otherwise, is gone or is new.
        const edits: readonly ((all: Records) => Records)[] = [
          (all) => ({ ...all, events: [{ ...first, title: 'Another' }, ...events] }),
          (all) => ({ ...all, events: [{ ...first, time: '2019-01-01' }, ...events] }),
          (all) => ({
            ...all,
            claims: all.claims.map((claim) => (claim.about[0] === first.id ? { ...claim, hedge: 'maybe' } : claim)),
          }),
        ];
        for (const [index, edit] of edits.entries()) {
          await replace(String(index).repeat(64), edit(more));
          expect(told.splice(0)).toContain(`changed ${first.id}`);
          await replace(DIGEST, more);
          expect(told.splice(0)).toContain(`changed ${first.id}`);
        }
        const alone = new Set(
          more.claims.filter(({ about }) => about.length === 1 && about[0] === first.id).map(({ id }) => id),
        );
        const named = new Set(
          more.claims.flatMap(({ relations }) => Object.values(relations ?? {}).flat() as string[]),
        );
        const gone = more.claims.find(({ id }) => alone.has(id) && !named.has(id));
        await replace('c'.repeat(64), { ...more, claims: more.claims.filter((claim) => claim !== gone) });
        expect(told.splice(0)).toEqual([`changed ${first.id}`]);
        await replace(DIGEST, more);
        expect(told.splice(0)).toEqual([`changed ${first.id}`]);
        await replace(OTHER_DIGEST, records);
        const kept = new Set<string>(ids(records.events));
        const removed = ids(more.events).filter((id) => !kept.has(id));
        expect(told.splice(0)).toEqual(removed.sort().map((id) => `removed ${id}`));
        await replace(DIGEST, more);
        expect(told.splice(0)).toEqual(removed.map((id) => `added ${id}`));
      });

      it('changes the revision with the content, and back', async () => {
        const empty = (await store.state()).revision;
        await load('curated', DIGEST, records);
        const { revision } = await store.state();
        await load('curated', OTHER_DIGEST, more);
        const other = (await store.state()).revision;
        await load('curated', DIGEST, records);
        expect(new Set([empty, revision, other]).size).toBe(3);
        expect((await store.state()).revision).toBe(revision);
      });

      it('leaves the old one serving while it loads, and when the stream breaks off', async () => {
        await load('curated', DIGEST, records);
        const before = { state: await store.state(), events: await listed({}) };
        const seen: unknown[] = [];
        const breaking = async function* (): AsyncGenerator<LedgerItem> {
          let count = 0;
          for (const item of itemsOf(more)) {
            yield item;
            count += 1;
            if (count === 60) {
              if (readsWhileLoading) seen.push({ state: await store.state(), events: await listed({}) });
              throw new Error('the line went dead');
            }
          }
        };
        await expect(store.replaceDataset('curated', OTHER_DIGEST, breaking())).rejects.toThrow('the line went dead');
        expect(seen).toEqual(readsWhileLoading ? [before] : []);
        expect({ state: await store.state(), events: await listed({}) }).toEqual(before);
        await load('curated', OTHER_DIGEST, more);
        expect((await listed({})).length).toBe(more.events.length);
      });

      it('forgets what the new one leaves out', async () => {
        await load('curated', DIGEST, more);
        await load('curated', OTHER_DIGEST, records);
        expect(ids(await listed({})).sort()).toEqual(ids(records.events));
        expect(await store.event('2021-08-29-kabul-drone-strike' as EventId)).toBeUndefined();
        expect(await listed({ q: 'drone' })).toEqual([]);
        expect((await store.state()).datasets[0]?.claims).toBe(records.claims.length);
        await store.removeDataset('curated');
        expect(await listed({})).toEqual([]);
        expect((await store.state()).datasets).toEqual([]);
        expect(await store.removeDataset('curated')).toBe(false);
      });

      it('derives all that is left anew, where most is left out', async () => {
        const events = (years: readonly number[], title: string): Records => ({
          ...noRecords,
          // Another name of their place, by which all are marked, those that are left out as well.
          places: [
            { id: 'land' as PlaceId, name: title, kind: 'country', geometry: { type: 'none' }, precision: 'country' },
          ],
          events: years.map((year) => ({
            id: `e${year}` as EventId,
            title,
            kind: 'attack' as const,
            time: String(year),
            zone: 'Etc/UTC',
            places: [{ place: 'land' as PlaceId, role: 'within' as const }],
          })),
        });
        const years = Array.from({ length: 700 }, (_, index) => 1300 + index);
        await load('curated', DIGEST, events(years, 'An old name'));
        await load('curated', OTHER_DIGEST, events(years.slice(-5), 'A new name'));
        expect((await listed({})).map(({ title }) => title)).toEqual(Array(5).fill('A new name'));
        expect((await listed({ q: 'new name' })).length).toBe(5);
      });

      it.each([
        ['an event of a place', 'events', { places: [{ place: 'atlantis', role: 'struck' }] }, 'place atlantis'],
        ['a claim of an actor', 'claims', { claimant: 'nobody' }, 'actor nobody'],
        ['a claim of a relay', 'claims', { via: ['nobody'] }, 'actor nobody'],
        ['a claim of an event', 'claims', { about: ['nothing'] }, 'event nothing'],
        ['a claim of a claim', 'claims', { relations: { repeats: 'no/claim' } }, 'claim no/claim'],
        ['a claim of a source', 'claims', { source: 'nowhere' }, 'source nowhere'],
        ['a source of a publisher', 'sources', { publisher: 'nobody' }, 'actor nobody'],
        ['an actor of a body', 'actors', { partOf: 'nobody' }, 'actor nobody'],
        ['a place of a larger one', 'places', { within: 'atlantis' }, 'place atlantis'],
      ] as const)('refuses %s that is not there, and says which', async (_what, list, change, named) => {
        await load('curated', DIGEST, records);
        const before = await listed({});
        const [first, ...rest] = records[list];
        const broken = { ...records, [list]: [{ ...first, ...change }, ...rest] };
        const type = list.slice(0, -1);
        await expect(load('curated', OTHER_DIGEST, broken)).rejects.toMatchObject({
          name: 'StoreError',
          code: 'unresolved',
          message: `${type} ${first?.id} names ${named}, which no dataset holds: add ${named}, or correct ${type} ${first?.id}.`,
        });
        expect(await listed({})).toEqual(before);
      });

      const moved = (type: Redirect['type'], from: string, to: string): Redirect => ({
        type,
        from,
        to,
        date: '2026-01-01',
        reason: 'It was misspelt.',
      });
      const palace = '2021-07-20-kabul-palace-rockets';

      it.each([
        [
          'that leads nowhere',
          [moved('event', 'palace', 'nothing')],
          'unresolved',
          'The redirect of event palace leads to event nothing, which no dataset holds: add event nothing, or lead it to a record that stands, not to another redirect.',
        ],
        [
          'that leads to a record of another type',
          [moved('actor', 'talban', 'kabul')],
          'unresolved',
          'The redirect of actor talban leads to actor kabul, which no dataset holds: add actor kabul, or lead it to a record that stands, not to another redirect.',
        ],
        [
          'that leads to another',
          [moved('event', 'palace', 'palace-rockets'), moved('event', 'palace-rockets', palace)],
          'unresolved',
          'The redirect of event palace leads to event palace-rockets, which no dataset holds: add event palace-rockets, or lead it to a record that stands, not to another redirect.',
        ],
        [
          'in a circle',
          [moved('place', 'here', 'there'), moved('place', 'there', 'here')],
          'unresolved',
          'The redirect of place here leads to place there, which no dataset holds: add place there, or lead it to a record that stands, not to another redirect.',
        ],
        [
          'that leads away from a record',
          [moved('place', 'kabul', 'afghanistan')],
          'conflict',
          'The redirect of place kabul leads away from a record that is there: remove the redirect, or give the record another id.',
        ],
        [
          'given twice',
          [moved('event', 'palace', palace), moved('event', 'palace', palace)],
          'conflict',
          'The redirect of event palace is given twice: remove one of the two.',
        ],
      ] as const)('refuses a redirect %s, and says which', async (_what, redirects, code, message) => {
        await load('curated', DIGEST, { ...records, redirects: [moved('event', 'rockets', palace)] });
        await expect(load('curated', OTHER_DIGEST, { ...records, redirects })).rejects.toMatchObject({
          name: 'StoreError',
          code,
          message,
        });
        expect(await store.redirect('event', 'rockets')).toEqual(moved('event', 'rockets', palace));
        expect((await store.changes({}, { limit: 9 })).items).toHaveLength(1);
      });

      it('names the latest twenty of the events that a change touches, each change its own', async () => {
        const [event] = records.events;
        const [place] = event?.places ?? [];
        if (event === undefined || place === undefined) throw new TypeError('no event with a place');
        const more = Array.from({ length: 25 }, (_, n) => ({
          ...event,
          id: `event-${n}` as EventId,
          time: `2030-01-${n + 1}`.replace(/-(\d)$/, '-0$1'),
        }));
        const retracted = { date: '2026-01-01', reason: 'It was another.' };
        await load('curated', DIGEST, {
          ...records,
          events: [{ ...event, retracted }, ...records.events.slice(1), ...more],
          places: records.places.map((one) => (one.id === place.place ? { ...one, retracted } : one)),
        });
        const { items } = await store.changes({}, { limit: 9 });
        const touched = new Map(items.map(({ record, events, eventCount }) => [record.type, { events, eventCount }]));
        expect(touched.get('event')).toEqual({ events: [{ id: event.id, title: event.title }], eventCount: 1 });
        expect(touched.get('place')).toEqual({
          events: more
            .toReversed()
            .slice(0, EVENTS_OF_CHANGE)
            .map(({ id, title }) => ({ id, title })),
          eventCount: records.events.length + more.length,
        });
      });

      it('holds redirects of one dataset against the records of all', async () => {
        await load('curated', DIGEST, records);
        const own = { ...noRecords, redirects: [moved('event', 'rockets', palace)] };
        await load('other', DIGEST, own);
        expect(await store.redirect('event', 'rockets')).toEqual(own.redirects[0]);
        expect((await store.changes({}, { limit: 9 })).items).toMatchObject([{ dataset: 'other' }]);
        await expect(load('curated', OTHER_DIGEST, { ...records, ...own })).rejects.toThrow(
          'The redirect of event rockets belongs to the dataset other already: leave it out, or remove it there.',
        );
        await expect(store.removeDataset('curated')).rejects.toThrow('leads to event');
        const [event] = records.events;
        if (event === undefined) throw new TypeError('no event');
        const borne = { ...records, events: [...records.events, { ...event, id: 'rockets' as EventId }] };
        await expect(load('curated', OTHER_DIGEST, borne)).rejects.toThrow('leads away from a record');
        await store.removeDataset('other');
        expect(await store.redirect('event', 'rockets')).toBeUndefined();
        expect((await store.changes({}, { limit: 9 })).items).toEqual([]);
        await load('curated', OTHER_DIGEST, borne);
      });

      it('refuses a record given twice, one of another dataset, and a date that does not exist', async () => {
        await load('curated', DIGEST, records);
        const [event] = records.events;
        if (event === undefined) throw new TypeError('no event');
        await expect(load('other', DIGEST, { ...noRecords, events: [event] })).rejects.toThrow(
          `event ${event.id} belongs to the dataset curated already`,
        );
        const twice = { ...records, events: [...records.events, event] };
        await expect(load('curated', OTHER_DIGEST, twice)).rejects.toThrow(`event ${event.id} is given twice`);
        const dated = { ...records, events: [{ ...event, time: '2020-11-31' }] };
        await expect(load('curated', OTHER_DIGEST, dated)).rejects.toThrow(
          `event ${event.id} cannot be read: 31 November`,
        );
        expect(ids((await store.state()).datasets)).toEqual(['curated']);
      });

      it('holds the same of events that come one after another with all that belongs to them as of records in any order', async () => {
        const answers = async () => {
          const events = await listed({});
          const details = await Promise.all(events.map(({ id }) => store.event(id)));
          return {
            events,
            details,
            byKilled: ids(await listed({}, '-killed')),
            found: ids(await listed({ q: 'rockets town' })),
            facets: await store.facets({}),
            claims: await allOf(100, (page) => store.claims({}, page)),
            ofOne: await store.claims({ source: ['report-7' as SourceId] }, { limit: 100 }),
            sources: await allOf(100, (page) => store.sources({ q: 'report' }, page)),
            datasets: (await store.state()).datasets,
          };
        };
        const oneByOne = [...generated(120)];
        const [claim] = oneByOne.filter(({ type }) => type === 'claim');
        if (claim?.type !== 'claim') throw new TypeError('nothing');
        // Its event, and its document, came long before.
        const late = { ...claim, value: { ...claim.value, id: 'report-0/late' as typeof claim.value.id } };
        for (const items of [oneByOne, [...oneByOne, late]]) {
          await store.replaceDataset('generated', DIGEST, items);
          const expected = await answers();
          expect(expected.events).toHaveLength(120);
          await store.removeDataset('generated');
          await store.replaceDataset('generated', DIGEST, items.toReversed());
          expect(await answers()).toEqual(expected);
          await store.removeDataset('generated');
        }
      });

      it('names what is given twice, and what another dataset holds, in a first load', async () => {
        await load('curated', DIGEST, more);
        const all = [...generated(3)];
        const [event] = all.filter(({ type }) => type === 'event');
        const held = [...itemsOf(more)].find(({ type }) => type === 'source');
        if (event === undefined || held === undefined) throw new TypeError('nothing');
        await expect(store.replaceDataset('generated', DIGEST, [...all, event])).rejects.toThrow(
          'event event-0 is given twice: remove one of the two',
        );
        await expect(store.replaceDataset('generated', DIGEST, [...all, held, event])).rejects.toThrow(
          /belongs to the dataset curated already|is given twice/,
        );
        expect(ids((await store.state()).datasets)).toEqual(['curated']);
      });

      it('refuses a character that no text has, wherever it stands, and takes what only looks like it', async () => {
        await load('curated', DIGEST, records);
        const [source, ...sources] = records.sources;
        if (source === undefined) throw new TypeError('no source');
        const titled = (title: string) => ({ ...records, sources: [{ ...source, title }, ...sources] });
        await expect(load('curated', OTHER_DIGEST, titled('Rockets\0'))).rejects.toMatchObject({
          name: 'StoreError',
          code: 'invalid',
          message: `source ${source.id} cannot be read: it holds the character U+0000, which no text has; correct the record.`,
        });
        expect((await store.source(source.id))?.source.title).toBe(source.title);
        await load('curated', OTHER_DIGEST, titled('Rockets \\u0000'));
        expect((await store.source(source.id))?.source.title).toBe('Rockets \\u0000');
      });

      it('finds what has a word of any length, by the whole of it and by no other', async () => {
        const [event, ...events] = records.events;
        if (event === undefined) throw new TypeError('no event');
        const word = `x${'ق𐐨'.repeat(2_000)}`;
        await load('curated', DIGEST, { ...records, events: [{ ...event, title: `Rockets ${word}` }, ...events] });
        expect(ids(await listed({ q: word }))).toEqual([event.id]);
        expect(ids(await listed({ q: `x${'ق𐐨'.repeat(1_999)}ق` }))).toEqual([]);
        expect((await store.event(event.id))?.summary.title).toBe(`Rockets ${word}`);
      });

      it('takes texts with every character that a line or a field could end by', async () => {
        const text = String.raw`\ \. \N \t "quoted" 'quoted'` + ' tab\t line\n return\r\n end \u2028 \u{1f680}';
        const [source, ...sources] = records.sources;
        const [actor, ...actors] = records.actors;
        if (source === undefined || actor === undefined) throw new TypeError('nothing');
        await load('curated', DIGEST, {
          ...records,
          sources: [{ ...source, title: text }, ...sources],
          actors: [{ ...actor, name: text }, ...actors],
        });
        expect((await store.source(source.id))?.source.title).toBe(text);
        expect((await store.actor(actor.id))?.actor.name).toBe(text);
      });

      it('takes records in any order, and from other datasets', async () => {
        const backwards = [...itemsOf(more)].reverse();
        await store.replaceDataset('curated', DIGEST, backwards);
        const [event] = more.events;
        const [claim] = more.claims;
        if (event === undefined || claim === undefined) throw new TypeError('nothing');
        const own = { ...event, id: 'coded' as EventId };
        const about = { ...claim, id: 'elsewhere/c' as typeof claim.id, about: [event.id, own.id] };
        const unrelated = without(about, 'relations');
        await load('coded', DIGEST, { ...noRecords, events: [own], claims: [unrelated] });
        const reference = new Reference(
          ['curated', more],
          ['coded', { ...noRecords, events: [own], claims: [unrelated] }],
        );
        for (const { dataset, dossier, assessment, summary } of reference.held()) {
          expect(await store.event(dossier.event.id)).toEqual(stored({ dataset, dossier, assessment, summary }));
        }
        // Its claim names an event of the other dataset: that one can be replaced, but not without the event.
        await load('curated', OTHER_DIGEST, together(more, { ...noRecords, events: [{ ...event, title: 'Renamed' }] }));
        expect((await store.event(event.id))?.dossier.claims.map(({ id }) => id as string)).toContain('elsewhere/c');
        await expect(store.removeDataset('curated')).rejects.toThrow('names');
        expect((await store.event(event.id))?.summary.title).toBe('Renamed');
        await store.removeDataset('coded');
        expect((await store.event(event.id))?.dossier.claims.map(({ id }) => id as string)).not.toContain(
          'elsewhere/c',
        );
      });
    });
  });
}
