import { curatedLedger } from '@counterclaim/data';
import { type Claim, type Editorial, type Ledger, ledgerItems, type Source } from '@counterclaim/domain';
import { openStore, type Store } from '@counterclaim/store';
import { afterAll, beforeAll } from 'vitest';
import { type App, createApp } from '../src/index.ts';

const EVENT = '2020-11-21-kabul-rockets';
const SOURCE = 'dawn-2020-11-21';

/** What was done to the curated records. */
export interface Doctored {
  readonly event: string;
  /** An id that leads to the event. */
  readonly oldEvent: string;
  readonly source: string;
  readonly oldSource: string;
  /** Claims of the source: one taken back, one put right. */
  readonly retracted: Claim;
  readonly corrected: Claim;
  /** A document that was taken back with all its claims, of which this is one. */
  readonly retractedSource: Source;
  readonly ofRetractedSource: Claim;
  readonly ledger: Ledger;
}

function first<Item>(items: readonly Item[], test: (item: Item) => boolean): Item {
  const found = items.find(test);
  if (found === undefined) throw new TypeError('the curated records have changed');
  return found;
}

/** A record as if nothing had ever been done to it. */
const untouched = <Record extends Editorial>(record: Record): Record =>
  Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== 'corrections' && name !== 'retracted'),
  ) as unknown as Record;

function doctor(records: Ledger): Doctored {
  const curated: Ledger = {
    ...records,
    actors: records.actors.map(untouched),
    places: records.places.map(untouched),
    events: records.events.map(untouched),
    sources: records.sources.map(untouched),
    claims: records.claims.map(untouched),
  };
  const about = curated.claims.filter((claim) => claim.about.some((id) => (id as string) === EVENT));
  const own = about.filter((claim) => (claim.source as string) === SOURCE);
  const plain = own.filter(({ relations }) => relations === undefined);
  const [retracted, corrected] = plain;
  const ofRetractedSource = first(about, (claim) => (claim.source as string) !== SOURCE);
  const retractedSource = first(curated.sources, ({ id }) => id === ofRetractedSource.source);
  if (retracted === undefined || corrected === undefined) throw new TypeError('the curated records have changed');
  const corrections = [
    { date: '2026-02-01', field: 'modality', was: 'initial', now: corrected.modality, reason: 'Misread & "hasty".' },
    { date: '2026-02-03', field: 'hedge', was: 'allegedly <so>', now: null, reason: 'The document has no hedge.' },
  ];
  const ledger: Ledger = {
    ...curated,
    digest: 'd'.repeat(64),
    claims: curated.claims.map((claim) => {
      if (claim.id === retracted.id) {
        return { ...claim, retracted: { date: '2026-02-02', reason: 'The document says nothing of the kind.' } };
      }
      return claim.id === corrected.id ? { ...claim, corrections } : claim;
    }),
    sources: curated.sources.map((source) =>
      source.id === retractedSource.id
        ? { ...source, retracted: { date: '2026-02-04', reason: 'The publisher withdrew it.' } }
        : source,
    ),
    redirects: [
      { type: 'event', from: 'kabul-rockets', to: EVENT, date: '2026-02-05', reason: 'Ids begin with the day.' },
      { type: 'source', from: 'dawn', to: SOURCE, date: '2026-02-06', reason: 'Ids end with the day.' },
      { type: 'actor', from: 'taleban', to: 'taliban', date: '2026-02-01', reason: 'It was held twice.' },
      { type: 'place', from: 'the-green-zone', to: 'green-zone', date: '2026-01-31', reason: 'No articles in ids.' },
    ],
  };
  return {
    event: EVENT,
    oldEvent: 'kabul-rockets',
    source: SOURCE,
    oldSource: 'dawn',
    retracted,
    corrected,
    retractedSource,
    ofRetractedSource,
    ledger,
  };
}

/** The API on curated records that were corrected, retracted and renamed: opened before the tests of a file, closed after them. */
export function doctoredService(): {
  readonly get: (address: string, headers?: Record<string, string>) => Promise<Response>;
  readonly app: () => App;
  readonly store: () => Store;
  readonly doctored: Doctored;
} {
  const doctored = doctor(curatedLedger());
  let close = (): Promise<void> => Promise.resolve();
  let opened: App | undefined;
  let held: Store | undefined;
  beforeAll(async () => {
    const store = await openStore({ path: ':memory:' });
    close = () => store.close();
    held = store;
    const { dataset, digest } = doctored.ledger;
    await store.replaceDataset(dataset, digest, ledgerItems(doctored.ledger));
    opened = createApp({ store, build: 'test' });
  });
  afterAll(() => close());
  const app = (): App => {
    if (opened === undefined) throw new Error('the service is open only while tests run');
    return opened;
  };
  const store = (): Store => {
    if (held === undefined) throw new Error('the service is open only while tests run');
    return held;
  };
  return { doctored, app, store, get: (address, headers = {}) => app().request(address, { headers }) };
}
