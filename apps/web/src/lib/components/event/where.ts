import type { ClaimId, PlacePrecision, PlaceRole } from '@counterclaim/domain';
import { formatAnswer } from '#lib/format/answer.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatCount } from '#lib/format/number.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { claimHref, placeName, type Reading } from './reading.ts';

/** Somewhere, in words, with whoever says so and the record that it leads to. */
export interface WhereEntry {
  /** `null` for the event's own places, which the ledger states. */
  readonly name: string | null;
  readonly words: string;
  readonly href: string;
}

/** Where the event was, in words. */
export interface WhereSection {
  readonly summary: string;
  readonly groups: readonly { readonly title: string; readonly entries: readonly WhereEntry[] }[];
}

const ROLES: Readonly<Record<PlaceRole, string>> = {
  struck: 'Struck',
  'launched-from': 'Launched from',
  within: 'Within',
  held: 'Held',
  covers: 'Covers',
};

/** Answers to a listed question, each by its claimant. */
function said(
  key: string,
  given: ReadonlyMap<string, readonly GivenAnswer[]>,
  reading: Reading,
  holds: (claim: ClaimId) => boolean = () => true,
): WhereEntry[] {
  return (given.get(key) ?? [])
    .filter(({ standing, claims }) => standing !== 'restated' && claims.some(holds))
    .map(({ owner, answer, claims, standing }) => ({
      name: `${capitalise(formatOwner(owner, reading.actors))}${standing === 'past' ? ', earlier' : ''}`,
      words: formatAnswer(key, answer, reading.zone),
      href: claimHref(claims[0] as ClaimId),
    }));
}

/** Precisions at which a radius around a point says nothing. */
const WIDE: ReadonlySet<PlacePrecision> = new Set(['adm1', 'line-or-area', 'country', 'sea-or-air', 'unknown']);

function summaryOf({ detail, places }: Reading): string {
  const own = detail.event.places.flatMap(({ place }) => places.get(place) ?? []);
  const [first, ...others] = own;
  if (first === undefined) return 'No place is recorded.';
  const names = `${first.name}${others.length === 0 ? '' : ` and ${formatCount(others.length, 'other place')}`}`;
  if (own.every(({ precision }) => precision === 'exact')) return `${names}, known to a point.`;
  if (own.every(({ precision }) => WIDE.has(precision))) return `${names}; no closer place is given.`;
  const radii = own.flatMap(({ radiusKm }) => radiusKm ?? []);
  if (radii.length === 0) return `${names}; no exact point is known.`;
  return `${names}; known to within about ${formatCount(Math.max(...radii), 'kilometre')}, not to a point.`;
}

/** Gathers the event's places by their role, and what claimants say was struck, aimed at and launched from. */
export function whereSection(reading: Reading, given: ReadonlyMap<string, readonly GivenAnswer[]>): WhereSection {
  const { places } = reading.detail.event;
  const roles = [...new Set(places.map(({ role }) => role))].map((role) => ({
    title: ROLES[role],
    entries: places
      .filter((place) => place.role === role)
      .map(({ place }) => ({ name: null, words: placeName(reading, place), href: `/places/${place}` })),
  }));
  const isTarget =
    (relation: 'intended' | 'struck') =>
    (id: ClaimId): boolean => {
      const body = reading.claims.get(id)?.body;
      return body?.kind === 'target' && body.relation === relation;
    };
  const claimed = [
    { title: 'Struck, by claimant', entries: said('target', given, reading, isTarget('struck')) },
    { title: 'Placed, by claimant', entries: said('location', given, reading) },
    { title: 'Launched from, by claimant', entries: said('launch', given, reading) },
    { title: 'Intended target, by claimant', entries: said('target', given, reading, isTarget('intended')) },
  ].filter(({ entries }) => entries.length > 0);
  return { summary: summaryOf(reading), groups: [...roles, ...claimed] };
}
