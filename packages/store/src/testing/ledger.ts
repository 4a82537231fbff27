import {
  type Actor,
  actorsNamed,
  type Claim,
  type Event,
  indexById,
  type Ledger,
  type LedgerItem,
  type Place,
  type PlaceId,
  placesNamed,
  type Redirect,
  type Source,
} from '@counterclaim/domain';
import { dossierOfFixture, readCases } from '../../../domain/test/acceptance.ts';

/** The records of a dataset, before anybody has digested them. */
export interface Records {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly claims: readonly Claim[];
  readonly redirects: readonly Redirect[];
}

export const noRecords: Records = { actors: [], places: [], sources: [], events: [], claims: [], redirects: [] };

/** The records as the domain takes them. */
export const ledgerOf = (records: Records): Ledger => ({ dataset: 'curated', digest: '', ...records }) as Ledger;

/** The records one by one, each after those that it names. */
export function* itemsOf(records: Records): Generator<LedgerItem, void, undefined> {
  const { actors, places, sources, events, claims, redirects } = records;
  for (const value of actors) yield { type: 'actor', value };
  for (const value of places) yield { type: 'place', value };
  for (const value of sources) yield { type: 'source', value };
  for (const value of events) yield { type: 'event', value };
  for (const value of claims) yield { type: 'claim', value };
  for (const value of redirects) yield { type: 'redirect', value };
}

const mergeById = <Item extends { readonly id: string }>(lists: readonly (readonly Item[])[]): Item[] =>
  [...indexById(lists.flat()).values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Records of several sets together; of two with one id, the last counts. */
export const together = (...sets: readonly Records[]): Records => ({
  actors: mergeById(sets.map(({ actors }) => actors)),
  places: mergeById(sets.map(({ places }) => places)),
  sources: mergeById(sets.map(({ sources }) => sources)),
  events: mergeById(sets.map(({ events }) => events)),
  claims: mergeById(sets.map(({ claims }) => claims)),
  redirects: sets.flatMap(({ redirects }) => redirects),
});

/** A value with one of its fields left out. */
export const without = <Value extends object>(value: Value, field: string): Value =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== field)) as Value;

const kabul: Place = {
  id: 'kabul' as PlaceId,
  name: 'Kabul',
  aliases: [{ name: 'کابل', language: 'fa' }],
  kind: 'settlement',
  geometry: { type: 'point', longitude: 69.17, latitude: 34.53 },
  radiusKm: 15,
  precision: 'settlement',
  within: 'afghanistan' as PlaceId,
};
const afghanistan: Place = {
  id: 'afghanistan' as PlaceId,
  name: 'Afghanistan',
  kind: 'country',
  geometry: { type: 'none' },
  precision: 'country',
};

/** The shorthand leaves out what no derivation asks for; a store asks that everything named be there. */
function complete({ actors, sources, events, ...coded }: Omit<Records, 'redirects'>): Records {
  const claims = coded.claims.map((claim): Claim => {
    const { body } = claim as { body: Partial<Claim['body']> & { kind: string } };
    // The shorthand leaves empty lists out.
    if (body.kind === 'responsibility') return { ...claim, body: { actors: [], ...body } };
    if (body.kind === 'parties') return { ...claim, body: { sides: [], ...body } };
    return claim;
  });
  const named = [
    ...claims.flatMap(actorsNamed),
    ...sources.flatMap(({ publisher, wire }) => [publisher, ...(wire === undefined ? [] : [wire])]),
  ];
  const missing = named.map((id): Actor => ({ id, name: id, kind: 'publication' }));
  const scopes = claims.flatMap(({ body }) => placesNamed(body));
  const within = scopes.map((id): Place => ({
    id,
    name: id.replaceAll('-', ' '),
    kind: 'site',
    geometry: { type: 'none' },
    precision: 'unknown',
    within: kabul.id,
  }));
  const [event] = events;
  const others = claims
    .flatMap(({ about }) => about)
    .map((id): Event[] => (event === undefined ? [] : [{ ...event, id, title: id }]));
  return together(
    { ...noRecords, actors: missing, places: within, events: others.flat() },
    { ...noRecords, actors, claims, sources, events, places: [kabul, afghanistan] },
  );
}

/** Coded claims of real attacks in Kabul, of the acceptance fixtures of the domain. */
export function acceptanceRecords(...names: readonly string[]): Records {
  const cases = readCases().filter(({ name }) => names.length === 0 || names.includes(name));
  return together(
    ...cases.map(({ fixture }) => {
      const { event, ...rest } = dossierOfFixture(fixture);
      const place = { place: kabul.id, role: 'struck' as const };
      return complete({ ...rest, events: [{ ...event, title: `Rockets at ${event.id}`, places: [place] }] });
    }),
  );
}

/** The attacks of the acceptance fixtures, each coded from all its documents. */
export const CASES = ['kabul-2020-11-21', 'kabul-2021-07-20', 'kabul-2021-08-29'] as const;
