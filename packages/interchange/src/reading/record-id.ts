import { hash } from 'node:crypto';
import {
  type ActorId,
  ensureActorId,
  ensurePlaceId,
  fold,
  MAXIMUM_ID_LENGTH,
  type PlaceId,
} from '@counterclaim/domain';

/** Words of a name as an identifier has them; empty for a name in another script. */
const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Forty-eight bits of a digest: among a million places, two meet with a chance of one in five hundred. */
const digestOf = (parts: readonly string[]): string => hash('sha256', JSON.stringify(parts)).slice(0, 12);

/**
 * The id of a place that a dataset has no number for: some words of its name, and a digest of all that tells it from others.
 *
 * @param dataset Id of the dataset.
 * @param parts What tells the place from others; its name first.
 */
export function placeIdOf(dataset: string, parts: readonly [name: string, ...rest: string[]]): PlaceId {
  const digest = digestOf(parts);
  const room = MAXIMUM_ID_LENGTH - `${dataset}-place--${digest}`.length;
  const words = slugOf(parts[0]).slice(0, Math.min(40, room)).replace(/-$/, '');
  return ensurePlaceId(`${dataset}-place-${words === '' ? '' : `${words}-`}${digest}`);
}

/** The digest in an id that `placeIdOf` gave, as a number: what tells many places apart in little memory. */
export const placeKeyOf = (id: PlaceId): number => Number.parseInt(id.slice(-12), 16);

/** The id of a place or an actor that has a number in the dataset. */
export const numberedPlaceId = (dataset: string, number: string): PlaceId =>
  ensurePlaceId(`${dataset}-place-${number}`);
export const numberedActorId = (dataset: string, number: string): ActorId =>
  ensureActorId(`${dataset}-actor-${number}`);
