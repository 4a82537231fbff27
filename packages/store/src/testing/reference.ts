import {
  type ActorId,
  type Actor,
  actorsNamed,
  assess,
  type Assessment,
  type Change,
  changesOf,
  type Claim,
  clockAt,
  type Dossier,
  dossierOf,
  type Editorial,
  type EventId,
  type EventSummary,
  type Instant,
  indexById,
  indexLedger,
  overlaps,
  type Place,
  type PlaceId,
  placesNamed,
  placeChain,
  questionsOf,
  type RecordType,
  type Redirect,
  redirectOf,
  type Span,
  spanOf,
  summarise,
  type Utterance,
  utterancesOf,
  wordsOf,
} from '@counterclaim/domain';
import type { ChangeEntry, DatasetInfo, FacetName } from '../answer.ts';
import type { BoundingBox, Bounds, ChangeFilter, ClaimFilter, EventFilter, SourceFilter } from '../filter.ts';
import { ledgerOf, type Records, without } from './ledger.ts';

/** An event as of an instant, worked out from scratch. */
export interface Held {
  readonly dataset: string;
  readonly dossier: Dossier;
  readonly assessment: Assessment;
  readonly summary: EventSummary;
  readonly known: readonly Utterance[];
}

const RADIANS = Math.PI / 180;

function kilometres([lonA, latA]: readonly [number, number], [lonB, latB]: readonly [number, number]): number {
  const half =
    Math.sin(((latB - latA) * RADIANS) / 2) ** 2 +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Least of a function over [0, 1], by looking closer and closer around the least of many samples. */
function least(of: (share: number) => number): number {
  let [from, to] = [0, 1];
  for (let round = 0; round < 12; round += 1) {
    const samples = Array.from({ length: 41 }, (_, index) => from + ((to - from) * index) / 40);
    const best = samples.reduce((a, b) => (of(b) < of(a) ? b : a));
    const step = (to - from) / 40;
    [from, to] = [Math.max(0, best - step), Math.min(1, best + step)];
  }
  return of((from + to) / 2);
}

function meetsBox({ geometry, radiusKm = 0 }: Place, [west, south, east, north]: BoundingBox): boolean {
  if (geometry.type !== 'point') return false;
  const width = east >= west ? east - west : east - west + 360;
  const point = [geometry.longitude, geometry.latitude] as const;
  const offset = (((point[0] - west) % 360) + 360) % 360;
  if (offset <= width && point[1] >= south && point[1] <= north) return true;
  const along = (share: number) => west + width * share;
  const up = (share: number) => south + (north - south) * share;
  const nearest = Math.min(
    least((share) => kilometres(point, [along(share), south])),
    least((share) => kilometres(point, [along(share), north])),
    least((share) => kilometres(point, [west, up(share)])),
    least((share) => kilometres(point, [west + width, up(share)])),
  );
  return nearest <= radiusKm;
}

const inBounds = (range: EventSummary['killed'], { min = 0, max = Infinity }: Bounds): boolean =>
  range !== null && range.high >= min && range.low <= max;

const anyOf = (asked: readonly string[] | undefined, values: Iterable<string>): boolean => {
  if (asked === undefined || asked.length === 0) return true;
  for (const value of values) if (asked.includes(value)) return true;
  return false;
};

/**
 * What a store must answer, worked out anew for every question from the records alone: slow, and written
 * without a look at how a store does it.
 */
export class Reference {
  readonly #datasets: readonly (readonly [string, Records])[];
  readonly #records: Records;
  readonly #index: ReturnType<typeof indexLedger>;
  readonly #actors: ReadonlyMap<ActorId, Actor>;
  readonly #places: ReadonlyMap<PlaceId, Place>;

  constructor(...datasets: readonly (readonly [string, Records])[]) {
    this.#datasets = datasets;
    const all = datasets.map(([, records]) => records);
    this.#records = {
      actors: all.flatMap(({ actors }) => actors),
      places: all.flatMap(({ places }) => places),
      sources: all.flatMap(({ sources }) => sources),
      events: all.flatMap(({ events }) => events),
      claims: all.flatMap(({ claims }) => claims),
      redirects: all.flatMap(({ redirects }) => redirects).sort(byOldId),
    };
    this.#index = indexLedger(ledgerOf(this.#records));
    this.#actors = indexById(this.#records.actors);
    this.#places = indexById(this.#records.places);
  }

  held(asOf?: Instant): Held[] {
    return this.#datasets.flatMap(([dataset, { events }]) =>
      events.map(({ id }) => {
        const dossier = dossierOf(this.#index, id);
        if (dossier === undefined) throw new TypeError(id);
        const assessment = assess(dossier, { asOf });
        const known = utterancesOf(dossier).all.filter((utterance) => asOf === undefined || utterance.known <= asOf);
        return { dataset, dossier, assessment, summary: summarise(dossier, assessment), known };
      }),
    );
  }

  /** The events that were not retracted. */
  standing(asOf?: Instant): Held[] {
    return this.held(asOf).filter(({ dossier }) => stands(dossier.event));
  }

  #stands(id: EventId): boolean {
    const event = this.#index.events.get(id);
    return event !== undefined && stands(event);
  }

  /** A list of ids, each led to what has it now. */
  #led(type: RecordType, ids: readonly string[] | undefined): readonly string[] | undefined {
    return ids?.map((id) => redirectOf(this.#records.redirects, type, id)?.to ?? id);
  }

  #followed<Filter extends EventFilter | ClaimFilter>(filter: Filter): Filter {
    const { actor, claimant, source } = filter;
    return {
      ...filter,
      actor: this.#led('actor', actor),
      claimant: this.#led('actor', claimant),
      source: this.#led('source', source),
      ...('place' in filter ? { place: this.#led('place', filter.place) } : {}),
      ...('event' in filter ? { event: this.#led('event', filter.event) } : {}),
    };
  }

  /** Events that match, in no order. */
  events(asked: EventFilter): Held[] {
    const filter = this.#followed(asked);
    return this.standing(filter.asOf)
      .filter(({ known }) => filter.asOf === undefined || known.length > 0)
      .filter((event) => this.#matches(event, filter));
  }

  #matches(held: Held, filter: EventFilter): boolean {
    const { dossier, assessment, summary, known, dataset } = held;
    const { event } = dossier;
    const questions = assessment.questions;
    return (
      this.#wordsAt(held, filter.q) &&
      (filter.date === undefined || overlaps(filter.date, localSpan(event))) &&
      anyOf(filter.place, this.placesOf(held)) &&
      (filter.bbox === undefined ||
        event.places.some(({ place }) => {
          const found = this.#places.get(place);
          return found !== undefined && filter.bbox !== undefined && meetsBox(found, filter.bbox);
        })) &&
      (noneAsked(filter) || known.some((utterance) => this.saysAll(utterance, filter))) &&
      (filter.killed === undefined || inBounds(summary.killed, filter.killed)) &&
      (filter.injured === undefined || inBounds(summary.injured, filter.injured)) &&
      anyOf(filter.status, [summary.status]) &&
      anyOf(filter.agreement, summary.agreements) &&
      anyOf(
        filter.question,
        questions.map(({ key }) => key),
      ) &&
      anyOf(filter.kind, [event.kind]) &&
      anyOf(filter.dataset, [dataset]) &&
      anyOf(
        filter.source,
        known.map(({ claim }) => claim.source),
      )
    );
  }

  /** The places of an event with everything around them. */
  placesOf({ dossier }: Held): PlaceId[] {
    return dossier.event.places.flatMap(({ place }) => placeChain(place, this.#places));
  }

  /** Whoever a claim names, and the body that speaks. */
  partiesOf({ claim, owner, actor }: Utterance): Set<string> {
    return new Set([...actorsNamed(claim), ...(actor !== null && actor === owner ? [actor] : [])]);
  }

  speakerOf({ owner, actor }: Utterance): string[] {
    return actor !== null && actor === owner ? [actor] : [];
  }

  saysAll(
    utterance: Utterance,
    { actor, claimant, stance }: Pick<EventFilter, 'actor' | 'claimant' | 'stance'>,
  ): boolean {
    const { body } = utterance.claim;
    return (
      anyOf(actor, this.partiesOf(utterance)) &&
      anyOf(claimant, this.speakerOf(utterance)) &&
      anyOf(stance, body.kind === 'responsibility' ? [body.stance] : [])
    );
  }

  #names(ids: readonly (ActorId | PlaceId)[]): string[] {
    return ids.flatMap((id) => {
      const names: string[] = [];
      const seen = new Set<string>();
      for (let next: string | undefined = id; next !== undefined && !seen.has(next);) {
        seen.add(next);
        const actor = this.#actors.get(next as ActorId);
        const place: Place | undefined = this.#places.get(next as PlaceId);
        for (const record of [actor, place]) {
          if (record !== undefined) names.push(record.name, ...(record.aliases ?? []).map(({ name }) => name));
        }
        next = actor?.partOf ?? place?.within;
      }
      return names;
    });
  }

  #claimText(claim: Claim): string {
    const title = this.#index.sources.get(claim.source)?.title ?? '';
    const names = this.#names([...actorsNamed(claim), ...placesNamed(claim.body)]);
    return [claim.paraphrase, title, ...names].join('\n');
  }

  #wordsAt({ dossier, known }: Held, q: string | undefined): boolean {
    if (q === undefined) return true;
    const { title, places } = dossier.event;
    const text = [
      title,
      ...this.#names(places.map(({ place }) => place)),
      ...known.map(({ claim }) => this.#claimText(claim)),
    ];
    const words = new Set(wordsOf(text.join('\n')));
    return wordsOf(q).every((word) => words.has(word));
  }

  /** Claims that match, in the order of their ids. */
  claims(asked: ClaimFilter): Claim[] {
    const filter = this.#followed(asked);
    const utterances = new Map<string, { utterance: Utterance; known: Instant }>();
    for (const { known } of this.standing()) {
      for (const utterance of known) {
        const before = utterances.get(utterance.claim.id);
        utterances.set(utterance.claim.id, { utterance, known: Math.min(utterance.known, before?.known ?? Infinity) });
      }
    }
    return this.#datasets
      .flatMap(([dataset, { claims }]) => claims.map((claim) => ({ dataset, claim })))
      .filter(({ dataset, claim }) => {
        const found = utterances.get(claim.id);
        if (found === undefined) return false;
        const words = new Set(wordsOf(this.#claimText(claim)));
        return (
          wordsOf(filter.q ?? '').every((word) => words.has(word)) &&
          anyOf(
            filter.event,
            claim.about.filter((id) => this.#stands(id)),
          ) &&
          anyOf(filter.source, [claim.source]) &&
          this.saysAll(found.utterance, filter) &&
          anyOf(filter.kind, [claim.body.kind]) &&
          anyOf(filter.question, questionsOf(claim, this.#actors)) &&
          anyOf(filter.dataset, [dataset]) &&
          (filter.asOf === undefined || found.known <= filter.asOf)
        );
      })
      .map(({ claim }) => claim)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Of all datasets together. */
  get records(): Records {
    return this.#records;
  }

  /** Ids of documents that match, in their order. */
  sources({ q = '', publisher, wire, language, kind }: SourceFilter): string[] {
    const words = wordsOf(q).map((word) => new Set(this.sourcesFound(word)));
    return this.#records.sources
      .filter(stands)
      .filter(
        (source) =>
          words.every((found) => found.has(source.id)) &&
          anyOf(publisher, [source.publisher]) &&
          anyOf(wire, source.wire === undefined ? [] : [source.wire]) &&
          anyOf(language, [source.language]) &&
          anyOf(kind, [source.kind]),
      )
      .map(({ id }) => id as string)
      .sort();
  }

  /** Ids of sources found by a word that begins one of their title, or of the names of those who publish them. */
  sourcesFound(word: string): string[] {
    return this.#records.sources
      .filter(stands)
      .filter(({ title, publisher, wire }) => {
        const names = [publisher, ...(wire === undefined ? [] : [wire])].flatMap((id) => {
          const { name = '', aliases = [] } = this.#actors.get(id) ?? {};
          return [name, ...aliases.map((alias) => alias.name)];
        });
        return wordsOf([title, ...names].join('\n')).some((found) => found.startsWith(word));
      })
      .map(({ id }) => id as string)
      .sort();
  }

  /** Ids of the records of a kind that were not retracted. */
  listed(list: 'actors' | 'places' | 'sources'): string[] {
    const records: readonly Recorded[] = this.#records[list];
    return records
      .filter(stands)
      .map(({ id }) => id)
      .sort();
  }

  /** What the store says of its datasets, without the digests. */
  infos(): Omit<DatasetInfo, 'digest'>[] {
    const claims = new Set(this.claims({}).map(({ id }) => id));
    return this.#datasets
      .map(([id, records]) => ({
        id,
        events: records.events.filter(stands).length,
        claims: records.claims.filter((claim) => claims.has(claim.id)).length,
        sources: records.sources.filter(stands).length,
        actors: records.actors.filter(stands).length,
        places: records.places.filter(stands).length,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The record, with the dataset that holds it. */
  #find({ type, id }: Change['record']): { readonly dataset: string; readonly record: Recorded } | undefined {
    for (const [dataset, records] of this.#datasets) {
      const list: readonly Recorded[] = records[`${type}s`];
      const record = list.find((one) => one.id === id);
      if (record !== undefined) return { dataset, record };
    }
    return undefined;
  }

  #touches({ type, id }: Change['record'], { event, claims, sources, actors, places }: Dossier): boolean {
    const has = (list: readonly Recorded[]): boolean => list.some((record) => record.id === id);
    return has({ event: [event], claim: claims, source: sources, actor: actors, place: places }[type]);
  }

  /** What the ledger did to records of its own, in order; events that each touches sorted by id. */
  changes({ event }: ChangeFilter): ChangeEntry[] {
    const asked = this.#led('event', event);
    const dossiers = this.held().map(({ dossier }) => dossier);
    return changesOf(ledgerOf(this.#records))
      .map((change): ChangeEntry => {
        const found = this.#find(change.record);
        if (found === undefined) throw new TypeError(change.record.id);
        const { title, name, paraphrase, corrections = [] } = found.record;
        const events = dossiers
          .filter((dossier) => this.#touches(change.record, dossier))
          .map((dossier) => ({ id: dossier.event.id, title: dossier.event.title }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
        const { type, id } = change.record;
        const ids = {
          correction: `${type}:${id}:correction-${corrections.findIndex(({ reason }) => reason === change.reason) + 1}`,
          retraction: `${type}:${id}:retraction`,
          redirect: `${type}:${change.kind === 'redirect' ? change.from : ''}:redirect`,
        };
        return {
          ...change,
          id: ids[change.kind],
          dataset: change.kind === 'redirect' ? this.#datasetOf(change.from) : found.dataset,
          title: title ?? name ?? paraphrase ?? '',
          events,
          eventCount: events.length,
        };
      })
      .filter(({ events }) => events.some(({ id }) => anyOf(asked, [id])) || asked === undefined || asked.length === 0);
  }

  #datasetOf(from: string): string {
    return this.#datasets.find(([, { redirects }]) => redirects.some((one) => one.from === from))?.[0] ?? '';
  }

  /** The minute in which an event begins, by the clock of its zone. */
  startOf(id: EventId): number {
    const event = this.#index.events.get(id);
    return event === undefined ? NaN : Math.floor(localSpan(event).start / 60_000);
  }

  redirect(type: RecordType, id: string): Redirect | undefined {
    const found = redirectOf(this.#records.redirects, type, id);
    if (found === undefined || this.#find({ type, id: found.to }) !== undefined) return found;
    const next = redirectOf(this.#records.redirects, type, found.to);
    return next === undefined ? undefined : { ...next, from: id };
  }

  /** Values that an event has for a facet, as far as the filter's other claims' parameters allow. */
  facetValues(name: FacetName, held: Held, asked: EventFilter): Set<string> {
    const filter = this.#followed(asked);
    const { summary, dossier, dataset, known } = held;
    const speaking = known.filter((utterance) => this.saysAll(utterance, without(filter, name)));
    switch (name) {
      case 'status':
        return new Set([summary.status]);
      case 'agreement':
        return new Set(summary.agreements);
      case 'kind':
        return new Set([dossier.event.kind]);
      case 'place':
        return new Set(this.placesOf(held));
      case 'dataset':
        return new Set([dataset]);
      case 'source':
        return new Set(known.map(({ claim }) => claim.source));
      case 'actor':
        return new Set(speaking.flatMap((utterance) => [...this.partiesOf(utterance)]));
      case 'claimant':
        return new Set(speaking.flatMap((utterance) => this.speakerOf(utterance)));
      case 'stance':
        return new Set(
          speaking.flatMap(({ claim: { body } }) => (body.kind === 'responsibility' ? [body.stance] : [])),
        );
    }
  }
}

/** A record of whatever type, as far as changes ask. */
type Recorded = Editorial & {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
  readonly paraphrase?: string;
};

const stands = ({ retracted }: Editorial): boolean => retracted === undefined;

const byOldId = (a: Redirect, b: Redirect): number =>
  a.type === b.type ? (a.from < b.from ? -1 : 1) : a.type < b.type ? -1 : 1;

const noneAsked = ({ actor = [], claimant = [], stance = [] }: EventFilter): boolean =>
  actor.length + claimant.length + stance.length === 0;

/** An event's time by the clock of its zone. */
export function localSpan({ time, zone }: Dossier['event']): Span {
  const { start, end } = spanOf(time, zone);
  const local = (instant: Instant): number => (Number.isFinite(instant) ? clockAt(instant, zone) : instant);
  return { start: local(start), end: local(end) };
}
