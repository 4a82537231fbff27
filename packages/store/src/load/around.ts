import { type Actor, actorsNamed, type Claim, type Event, type Place, placesNamed } from '@counterclaim/domain';

/** The actors that a claim names with those above them, and its places with those around them. */
export function aroundClaim(
  claim: Claim,
  actors: ReadonlyMap<string, Actor>,
  places: ReadonlyMap<string, Place>,
): { actors: Actor[]; places: Place[] } {
  const found = new Map<string, Actor>();
  for (const named of actorsNamed(claim)) {
    for (let next = actors.get(named); next !== undefined && !found.has(next.id);) {
      found.set(next.id, next);
      next = next.partOf === undefined ? undefined : actors.get(next.partOf);
    }
  }
  return { actors: [...found.values()], places: withAround(placesNamed(claim.body), places) };
}

/** The places of an event with those around them. */
export const aroundEvent = (event: Event, places: ReadonlyMap<string, Place>): Place[] =>
  withAround(
    event.places.map(({ place }) => place),
    places,
  );

function withAround(ids: readonly string[], places: ReadonlyMap<string, Place>): Place[] {
  const found = new Map<string, Place>();
  for (const id of ids) {
    for (let next = places.get(id); next !== undefined && !found.has(next.id);) {
      found.set(next.id, next);
      next = next.within === undefined ? undefined : places.get(next.within);
    }
  }
  return [...found.values()];
}
