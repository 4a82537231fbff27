import type { Store } from '../store.ts';
import { acceptanceRecords, itemsOf } from './ledger.ts';

const records = acceptanceRecords('kabul-2021-07-20');
/** The same ledger without its last claim. */
const fewer = { ...records, claims: records.claims.slice(0, -1) };

/** Loads a ledger of one event, whole or without its last claim. */
export const loadSmall = (store: Store, which: 'all' | 'fewer'): Promise<unknown> =>
  store.replaceDataset('curated', which, itemsOf(which === 'all' ? records : fewer));

/** Everything that a reader may ask of so small a store. */
export const answersOf = async (store: Store) => ({
  state: await store.state(),
  events: await store.events({}, '-date', { limit: 100 }),
  found: await store.events({ q: 'rockets' }, '-killed', { limit: 100 }),
  claims: await store.claims({}, { limit: 100 }),
  facets: await store.facets({}),
  event: await store.event('2021-07-20-kabul-palace-rockets' as never),
});
