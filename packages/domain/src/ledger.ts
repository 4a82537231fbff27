import { z } from 'zod';
import { type Actor, type ActorIndex, actorSchema } from './actor.ts';
import { type Claim, actorsNamed, claimSchema, placesNamed } from './claim.ts';
import { type Event, eventSchema } from './event.ts';
import { type ActorId, type EventId, type PlaceId, type SourceId, slugSchema } from './identifier.ts';
import { type Place, type PlaceIndex, placeChain, placeSchema } from './place.ts';
import { type Redirect, redirectSchema } from './redirect.ts';
import { define } from './schema.ts';
import { sha256Schema, type Source, sourceSchema } from './source.ts';

export const ledgerSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    /** The collection of records that this is a state of: the curated records are one. */
    dataset: slugSchema,
    /** SHA-256 of the canonical JSON of everything below (`canonicalJson`). */
    digest: sha256Schema,
    actors: z.array(actorSchema),
    places: z.array(placeSchema),
    events: z.array(eventSchema),
    sources: z.array(sourceSchema),
    claims: z.array(claimSchema),
    /** Sorted by type, then by the old id. */
    redirects: z.array(redirectSchema),
  }),
);

/** Everything of one release together. Each list is sorted by id. */
export type Ledger = z.infer<typeof ledgerSchema>;

export const dossierSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    event: eventSchema,
    claims: z.array(claimSchema),
    sources: z.array(sourceSchema),
    actors: z.array(actorSchema),
    places: z.array(placeSchema),
  }),
);

/** One event with everything that its assessment and its page need. Lists are sorted by id. */
export type Dossier = z.infer<typeof dossierSchema>;

/** JSON with sorted keys and no spaces: one text for one value, for digests. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** An index by id, for lookups. */
export const indexById = <Item extends { readonly id: string }>(items: Iterable<Item>): Map<Item['id'], Item> => {
  const index = new Map<Item['id'], Item>();
  for (const item of items) index.set(item.id, item);
  return index;
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The parts of a ledger that dossiers are cut from, indexed once for many events. */
export interface LedgerIndex {
  readonly events: ReadonlyMap<EventId, Event>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly actors: ActorIndex;
  readonly places: PlaceIndex;
  readonly claimsAbout: ReadonlyMap<EventId, readonly Claim[]>;
}

/** Indexes a ledger for `dossierOf`. */
export function indexLedger(ledger: Omit<Ledger, 'digest' | 'dataset' | 'redirects'>): LedgerIndex {
  const claimsAbout = new Map<EventId, Claim[]>();
  for (const claim of ledger.claims) {
    for (const event of claim.about) {
      const claims = claimsAbout.get(event);
      if (claims === undefined) claimsAbout.set(event, [claim]);
      else claims.push(claim);
    }
  }
  return {
    events: indexById(ledger.events),
    sources: indexById(ledger.sources),
    actors: indexById(ledger.actors),
    places: indexById(ledger.places),
    claimsAbout,
  };
}

/** Gathers what one event's assessment and page need; `undefined` when the ledger has no such event. */
export function dossierOf(index: LedgerIndex, id: EventId): Dossier | undefined {
  const event = index.events.get(id);
  if (event === undefined) return undefined;
  const claims = [...(index.claimsAbout.get(id) ?? [])].sort(byId);
  const sources = new Map<SourceId, Source>();
  const actors = new Map<ActorId, Actor>();
  const places = new Map<PlaceId, Place>();
  const addActor = (actor: ActorId): void => {
    for (let next: ActorId | undefined = actor; next !== undefined && !actors.has(next);) {
      const found: Actor | undefined = index.actors.get(next);
      if (found === undefined) return;
      actors.set(next, found);
      next = found.partOf;
    }
  };
  const addPlace = (place: PlaceId): void => {
    for (const link of placeChain(place, index.places)) {
      const found = index.places.get(link);
      if (found !== undefined) places.set(link, found);
    }
  };
  for (const { place } of event.places) addPlace(place);
  for (const claim of claims) {
    actorsNamed(claim).forEach(addActor);
    placesNamed(claim.body).forEach(addPlace);
    const source = index.sources.get(claim.source);
    if (source === undefined) continue;
    sources.set(source.id, source);
    addActor(source.publisher);
    if (source.wire !== undefined) addActor(source.wire);
  }
  return {
    event,
    claims,
    sources: [...sources.values()].sort(byId),
    actors: [...actors.values()].sort(byId),
    places: [...places.values()].sort(byId),
  };
}

/** One record of a ledger, told by its type: what a ledger is streamed as. */
export type LedgerItem =
  | { readonly type: 'actor'; readonly value: Actor }
  | { readonly type: 'place'; readonly value: Place }
  | { readonly type: 'source'; readonly value: Source }
  | { readonly type: 'event'; readonly value: Event }
  | { readonly type: 'claim'; readonly value: Claim }
  | { readonly type: 'redirect'; readonly value: Redirect };

/** The records of a ledger one by one, each after those it names: actors, places, sources, events, claims, redirects. */
export function* ledgerItems(ledger: Ledger): Generator<LedgerItem, void, undefined> {
  for (const value of ledger.actors) yield { type: 'actor', value };
  for (const value of ledger.places) yield { type: 'place', value };
  for (const value of ledger.sources) yield { type: 'source', value };
  for (const value of ledger.events) yield { type: 'event', value };
  for (const value of ledger.claims) yield { type: 'claim', value };
  for (const value of ledger.redirects) yield { type: 'redirect', value };
}
