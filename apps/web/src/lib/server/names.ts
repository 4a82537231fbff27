import {
  type Actor,
  actorsNamed,
  type ActorId,
  type Claim,
  type Place,
  type PlaceId,
  placesNamed,
} from '@counterclaim/domain';
import { type Client, ProblemError } from '@counterclaim/api/client';

/** The actors, with the bodies above them, and the places that some claims name. */
export interface NamedRecords {
  readonly actors: Actor[];
  readonly places: Place[];
}

/** A record, or nothing where the ledger does not hold it under that id, or no longer does. */
export async function orNothing<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 404 || error.redirect !== undefined)) return undefined;
    throw error;
  }
}

/** Looks up whom and what some claims name, each once: lists of claims carry ids only. */
export async function namedIn(claims: readonly Claim[], api: Client): Promise<NamedRecords> {
  const actorIds = new Set<ActorId>(claims.flatMap(actorsNamed));
  const placeIds = new Set<PlaceId>(claims.flatMap(({ body }) => placesNamed(body)));
  const [actors, places] = await Promise.all([
    Promise.all([...actorIds].map((id) => orNothing(api.actor(id)))),
    Promise.all([...placeIds].map((id) => orNothing(api.place(id)))),
  ]);
  const all = new Map<ActorId, Actor>();
  for (const detail of actors) {
    if (detail === undefined) continue;
    for (const actor of [detail.actor, ...detail.bodies]) all.set(actor.id, actor);
  }
  return { actors: [...all.values()], places: places.flatMap((detail) => detail?.place ?? []) };
}
