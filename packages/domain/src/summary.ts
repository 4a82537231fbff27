import type { Agreement, Range } from './agreement.ts';
import type { Assessment } from './assess.ts';
import type { AttributionStatus, OwnersByParty } from './attribution.ts';
import type { EventKind, PlaceRole } from './event.ts';
import type { ActorId, EventId, PlaceId } from './identifier.ts';
import { type Dossier, indexById } from './ledger.ts';
import type { PlacePrecision } from './place.ts';
import { type Owner, utterancesOf } from './statement.ts';
import { formatInstant } from './time.ts';

/** A party that attribution names, with the owners who say so. */
export interface PartySummary {
  readonly id: ActorId;
  readonly name: string;
  readonly claimed: readonly Owner[];
  readonly accused: readonly Owner[];
  readonly denied: readonly Owner[];
  readonly exonerated: readonly Owner[];
}

/** A point that stands for an event on a map, with the radius within which it lies. */
export interface EventPoint {
  readonly longitude: number;
  readonly latitude: number;
  readonly radiusKm: number | null;
  readonly precision: PlacePrecision;
}

/** One line of a list of events: identity, and what the assessment of the moment says. */
export interface EventSummary {
  readonly id: EventId;
  readonly title: string;
  readonly kind: EventKind;
  /** EDTF, and the IANA zone in which it is read. */
  readonly time: string;
  readonly zone: string;
  readonly places: readonly { readonly id: PlaceId; readonly name: string; readonly role: PlaceRole }[];
  /** The first place that has a point; `null` where none has. */
  readonly point: EventPoint | null;
  readonly status: AttributionStatus;
  /** Sorted: claimed first, then by number of accusers, then by id. */
  readonly parties: readonly PartySummary[];
  /** Ranges for all victims; `null` where nobody gives a number. */
  readonly killed: Range | null;
  readonly injured: Range | null;
  /** Agreements that some question of the event has, sorted. */
  readonly agreements: readonly Agreement[];
  readonly claims: number;
  readonly sources: number;
  readonly origins: number;
  /** When the first and the latest of the dated claims became known, ISO 8601 in UTC. */
  readonly firstKnown: string | null;
  readonly lastKnown: string | null;
}

const partiesOf = (assessment: Assessment, nameOf: (actor: ActorId) => string): PartySummary[] => {
  const { claimed, accused, denied, exonerated } = assessment.attribution;
  const of = (list: OwnersByParty, id: ActorId): readonly Owner[] => list[id] ?? [];
  const ids = new Set([claimed, accused, denied, exonerated].flatMap((list) => Object.keys(list) as ActorId[]));
  return [...ids]
    .map((id) => ({
      id,
      name: nameOf(id),
      claimed: of(claimed, id),
      accused: of(accused, id),
      denied: of(denied, id),
      exonerated: of(exonerated, id),
    }))
    .sort(
      (a, b) => b.claimed.length - a.claimed.length || b.accused.length - a.accused.length || (a.id < b.id ? -1 : 1),
    );
};

/**
 * Sums up one event as it is assessed. Counts of claims, sources and origins are of those known by the
 * assessment's as-of.
 */
export function summarise(dossier: Dossier, assessment: Assessment): EventSummary {
  const { event } = dossier;
  const places = indexById(dossier.places);
  const actors = indexById(dossier.actors);
  const asOf = assessment.asOf === null ? Infinity : Date.parse(assessment.asOf);
  const known = utterancesOf(dossier).all.filter((utterance) => utterance.known <= asOf);
  const dated = known.map((utterance) => utterance.known).filter(Number.isFinite);
  const rangeOf = (key: string): Range | null =>
    assessment.questions.find((question) => question.key === key)?.range ?? null;
  const located = event.places.map(({ place }) => places.get(place)).find((place) => place?.geometry.type === 'point');
  return {
    id: event.id,
    title: event.title,
    kind: event.kind,
    time: event.time,
    zone: event.zone,
    places: event.places.map(({ place, role }) => ({ id: place, name: places.get(place)?.name ?? place, role })),
    point:
      located?.geometry.type === 'point'
        ? {
            longitude: located.geometry.longitude,
            latitude: located.geometry.latitude,
            radiusKm: located.radiusKm ?? null,
            precision: located.precision,
          }
        : null,
    status: assessment.attribution.status,
    parties: partiesOf(assessment, (actor) => actors.get(actor)?.name ?? actor),
    killed: rangeOf('casualties:killed:all'),
    injured: rangeOf('casualties:injured:all'),
    agreements: [...new Set(assessment.questions.map(({ agreement }) => agreement))].sort(),
    claims: known.length,
    sources: new Set(known.map(({ claim }) => claim.source)).size,
    origins: new Set(known.map(({ origin }) => origin)).size,
    firstKnown: dated.length === 0 ? null : formatInstant(Math.min(...dated)),
    lastKnown: dated.length === 0 ? null : formatInstant(Math.max(...dated)),
  };
}
