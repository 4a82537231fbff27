import {
  type Actor,
  actorsNamed,
  AGREEMENTS,
  assess,
  type Assessment,
  assessmentHistory,
  type AssessmentPiece,
  type Claim,
  type Dossier,
  dossierOf,
  type Event,
  indexById,
  indexLedger,
  type Instant,
  type Place,
  placesNamed,
  questionsOf,
  type Source,
  summarise,
  utterancesOf,
} from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Dialect, Writer } from '../engine.ts';
import { type EventClock, eventClock, killedKey, knownKey, LONG } from '../sort-key.ts';
import { claimTexts, eventTexts, indexText } from '../words.ts';
import type { PartyRole, PieceRow, Tables } from '../tables.ts';
import { invalid } from './records.ts';
import { unresolved } from './references.ts';

/** Events derived together: one set of queries each. */
const BATCH = 50;
/** Values bound in one statement; engines allow some ten thousand. */
const MOST_VALUES = 10_000;

type Table = keyof Tables;

/** Rows gathered for many tables and inserted together. */
class Rows {
  readonly #rows = new Map<Table, object[]>();

  add<Name extends Table>(table: Name, row: Tables[Name]): void {
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
  }

  async write(db: Writer): Promise<void> {
    for (const [table, rows] of this.#rows) {
      const step = Math.floor(MOST_VALUES / Object.keys(rows[0] ?? {}).length);
      for (let at = 0; at < rows.length; at += step) {
        await db
          .insertInto(table)
          .values(rows.slice(at, at + step))
          .execute();
      }
    }
  }
}

/** A record's value with the key of its row. */
interface Keyed<Value> {
  readonly key: number;
  readonly value: Value;
}

const parse = <Value>(rows: readonly { key: number; json: string }[]): Keyed<Value>[] =>
  rows.map(({ key, json }) => ({ key, value: JSON.parse(json) as Value }));

const keysById = <Value extends { readonly id: string }>(records: readonly Keyed<Value>[]): Map<string, number> =>
  new Map(records.map(({ key, value }) => [value.id, key]));

/** Everything that a batch of events needs, read at once. */
interface Batch {
  readonly events: readonly (Keyed<Event> & { readonly dataset: number })[];
  readonly claims: readonly Keyed<Claim>[];
  readonly sources: readonly Keyed<Source>[];
  readonly actors: readonly Keyed<Actor>[];
  readonly places: readonly Keyed<Place>[];
}

/** Named actors with everything above them. */
async function actorsAbove(db: Writer, ids: ReadonlySet<string>): Promise<Keyed<Actor>[]> {
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('actor')
    .select(['key', 'json'])
    .where('key', 'in', (query) =>
      query
        .selectFrom('actor_above')
        .innerJoin('actor as named', 'named.key', 'actor_above.actor')
        .select('actor_above.above')
        .where('named.id', 'in', [...ids]),
    )
    .execute();
  return parse(rows);
}

async function placesAbove(db: Writer, ids: ReadonlySet<string>): Promise<Keyed<Place>[]> {
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('place')
    .select(['key', 'json'])
    .where('key', 'in', (query) =>
      query
        .selectFrom('place_above')
        .innerJoin('place as named', 'named.key', 'place_above.place')
        .select('place_above.above')
        .where('named.id', 'in', [...ids]),
    )
    .execute();
  return parse(rows);
}

async function readBatch(db: Writer): Promise<Batch | undefined> {
  const stale = await db
    .selectFrom('event')
    .select(['key', 'dataset', 'json'])
    .where('stale', '=', 1)
    .orderBy('key')
    .limit(BATCH)
    .execute();
  const events = stale.map(({ key, dataset, json }) => ({ key, dataset, value: JSON.parse(json) as Event }));
  if (events.length === 0) return undefined;
  const claims = parse<Claim>(
    await db
      .selectFrom('claim')
      .select(['key', 'json'])
      .where('key', 'in', (query) =>
        query
          .selectFrom('claim_about')
          .select('claim')
          .where(
            'event_id',
            'in',
            events.map(({ value }) => value.id),
          ),
      )
      .execute(),
  );
  const sourceIds = new Set(claims.map(({ value }) => value.source));
  const sources =
    sourceIds.size === 0
      ? []
      : parse<Source>(
          await db
            .selectFrom('source')
            .select(['key', 'json'])
            .where('id', 'in', [...sourceIds])
            .execute(),
        );
  const actorIds = new Set<string>();
  const placeIds = new Set<string>();
  for (const { value } of events) for (const { place } of value.places) placeIds.add(place);
  for (const { value } of claims) {
    for (const actor of actorsNamed(value)) actorIds.add(actor);
    for (const place of placesNamed(value.body)) placeIds.add(place);
  }
  for (const { value } of sources) {
    actorIds.add(value.publisher);
    if (value.wire !== undefined) actorIds.add(value.wire);
  }
  return { events, claims, sources, actors: await actorsAbove(db, actorIds), places: await placesAbove(db, placeIds) };
}

function checkBatch(
  { events, claims }: Batch,
  actors: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, number>,
) {
  for (const { value } of events) {
    for (const { place } of value.places) {
      if (!places.has(place)) throw unresolved('event', value.id, 'place', place);
    }
  }
  for (const { value } of claims) {
    for (const actor of actorsNamed(value)) {
      if (!actors.has(actor)) throw unresolved('claim', value.id, 'actor', actor);
    }
    for (const place of placesNamed(value.body)) {
      if (!places.has(place)) throw unresolved('claim', value.id, 'place', place);
    }
  }
}

/** Tables whose rows are derived of an event, in which they are found by `event`. */
const OF_EVENT = [
  'event_claim',
  'event_party',
  'event_stance',
  'event_place',
  'event_within',
  'dossier_actor',
  'dossier_place',
  'event_source',
  'dossier_source',
  'assessment',
  'piece_question',
  'piece',
  'summary',
] as const;
const OF_CLAIM = ['claim_actor', 'claim_question'] as const;

/** Keys of questions, given as they are first met. */
export class Questions {
  readonly #db: Writer;
  readonly #keys = new Map<string, number>();
  #next: number | undefined;

  constructor(db: Writer) {
    this.#db = db;
  }

  async keysOf(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
    // Questions repeat; their number does not follow the number of events. Those met last are kept.
    if (this.#keys.size > 20_000) this.#keys.clear();
    const missing = [...ids].filter((id) => !this.#keys.has(id));
    if (missing.length > 0) {
      const rows = await this.#db.selectFrom('question').selectAll().where('id', 'in', missing).execute();
      for (const { key, id } of rows) this.#keys.set(id, key);
      const added = missing.filter((id) => !this.#keys.has(id));
      if (added.length > 0) {
        let next = this.#next ?? (await this.#highest()) + 1;
        const values = added.map((id) => ({ key: next++, id }));
        this.#next = next;
        await this.#db.insertInto('question').values(values).execute();
        for (const { key, id } of values) this.#keys.set(id, key);
      }
    }
    return this.#keys;
  }

  async #highest(): Promise<number> {
    const { highest } = await this.#db
      .selectFrom('question')
      .select(({ fn }) => fn.max<number | null>('key').as('highest'))
      .executeTakeFirstOrThrow();
    return highest ?? 0;
  }
}

/** Keeps the earliest instant of each. */
function lower<Key>(instants: Map<Key, Instant>, key: Key, instant: Instant): void {
  instants.set(key, Math.min(instant, instants.get(key) ?? Infinity));
}

/** A stretch of time in which both the assessment and the claims known stay the same. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly assessment: Assessment;
  readonly latest: boolean;
}

/** The stored assessment leaves its as-of out: it is the one asked for. */
const withoutAsOf = (assessment: Assessment): Assessment => ({ ...assessment, asOf: null });

/**
 * The pieces of an event's assessment, that of everything last. Where every claim is dated, the last piece of the
 * history says the same as everything does, and stands for both.
 */
function piecesOf(dossier: Dossier, knownInstants: readonly Instant[]): AssessmentPiece[] {
  const history = assessmentHistory(dossier).map((piece) => ({ ...piece, assessment: withoutAsOf(piece.assessment) }));
  if (knownInstants.every(Number.isFinite)) return history;
  return [...history, { knownFrom: Infinity, knownUntil: Infinity, assessment: assess(dossier) }];
}

/** Cuts the pieces wherever another claim becomes known, which counts even where it changes no answer. */
function stretchesOf(pieces: readonly AssessmentPiece[], knownInstants: readonly Instant[]): Stretch[] {
  const cuts = [...new Set(knownInstants)].filter(Number.isFinite).sort((a, b) => a - b);
  return pieces.flatMap(({ knownFrom, knownUntil, assessment }, index) => {
    const starts = [knownFrom, ...cuts.filter((cut) => cut > knownFrom && cut < knownUntil)];
    return starts.map((from, at) => ({
      from,
      until: starts[at + 1] ?? knownUntil,
      assessment,
      latest: index === pieces.length - 1 && at === starts.length - 1,
    }));
  });
}

const bitsOf = (assessment: Assessment): number =>
  assessment.questions.reduce((bits, { agreement }) => bits | (1 << AGREEMENTS.indexOf(agreement)), 0);

/**
 * Derives what is stored of every event that is marked as stale: its dossier, its pieces, its words.
 *
 * @throws StoreError when a claim or an event names an actor or a place that is not there, or holds what
 * cannot be read.
 */
export async function deriveStale(db: Writer, dialect: Dialect, pause: () => Promise<void>): Promise<void> {
  const questions = new Questions(db);
  for (let batch = await readBatch(db); batch !== undefined; batch = await readBatch(db)) {
    await deriveBatch(db, dialect, batch, questions);
    await pause();
  }
}

async function deriveBatch(db: Writer, dialect: Dialect, batch: Batch, questions: Questions): Promise<void> {
  const keys = {
    claims: keysById(batch.claims),
    sources: keysById(batch.sources),
    actors: keysById(batch.actors),
    places: keysById(batch.places),
  };
  checkBatch(batch, keys.actors, keys.places);
  const index = indexLedger({
    events: batch.events.map(({ value }) => value),
    claims: batch.claims.map(({ value }) => value),
    sources: batch.sources.map(({ value }) => value),
    actors: batch.actors.map(({ value }) => value),
    places: batch.places.map(({ value }) => value),
  });
  const eventKeys = batch.events.map(({ key }) => key);
  const eventIds = batch.events.map(({ value }) => value.id);
  // A subquery, because the claims of a batch may be more than a statement binds.
  const claimsAbout = db.selectFrom('claim_about').select('claim').where('event_id', 'in', eventIds);
  for (const table of OF_EVENT) await db.deleteFrom(table).where('event', 'in', eventKeys).execute();
  for (const table of OF_CLAIM) await db.deleteFrom(table).where('claim', 'in', claimsAbout).execute();

  const datasets = new Map(batch.events.map(({ value, dataset }) => [value.id as string, dataset]));
  const rows = new Rows();
  const claimants = new Map<number, number[]>();
  const eventRows: { key: number; texts: string[] }[] = [];
  const claimRows: { key: number; texts: string[] }[] = [];
  const done = new Set<number>();
  const pending: { table: 'claim_question' | 'piece_question'; id: string; row: object }[] = [];
  const keyIn = (map: ReadonlyMap<string, number>, id: string): number => {
    const key = map.get(id);
    if (key === undefined) throw new TypeError(`${id} was not read with its event`);
    return key;
  };

  for (const { key: event, value } of batch.events) {
    const dossier = dossierOf(index, value.id);
    if (dossier === undefined) continue;
    try {
      derive(event, dossier);
    } catch (error) {
      throw error instanceof TypeError || error instanceof RangeError ? invalid('event', value.id, error) : error;
    }
  }

  function derive(event: number, dossier: Dossier): void {
    const { all, actors } = utterancesOf(dossier);
    const places = indexById(dossier.places);
    const sources = indexById(dossier.sources);
    const sourceKnown = new Map<number, number>();
    const parties: Record<PartyRole, Map<number, Instant>> = { named: new Map(), claimant: new Map() };
    const stances = new Map<string, Instant>();
    const claimWords: string[] = [];
    // Of a retracted event nothing is stored that a list or a filter would find it by.
    const stands = dossier.event.retracted === undefined;
    for (const { claim, known, owner, actor } of all) {
      const key = keyIn(keys.claims, claim.id);
      const source = sources.get(claim.source);
      if (source === undefined) throw unresolved('claim', claim.id, 'source', claim.source);
      if (stands) {
        rows.add('event_claim', { event, claim: key, known });
        lower(sourceKnown, keyIn(keys.sources, source.id), known);
      }
      const own = dossierOfClaim(claim, actors, places);
      const words = indexText(claimTexts(claim, source, own));
      claimWords.push(words);
      const speaker = actor !== null && owner === actor ? keyIn(keys.actors, actor) : undefined;
      const named = new Set(actorsNamed(claim).map((id) => keyIn(keys.actors, id)));
      if (speaker !== undefined) {
        named.add(speaker);
        lower(parties.claimant, speaker, known);
      }
      for (const id of named) lower(parties.named, id, known);
      if (claim.body.kind === 'responsibility') lower(stances, claim.body.stance, known);
      if (done.has(key)) continue;
      done.add(key);
      claimRows.push({ key, texts: [words] });
      if (speaker !== undefined) claimants.set(speaker, [...(claimants.get(speaker) ?? []), key]);
      for (const id of named) rows.add('claim_actor', { actor: id, claim: key });
      for (const id of new Set(questionsOf(claim, actors))) {
        pending.push({ table: 'claim_question', id, row: { claim: key } });
      }
    }
    for (const { id } of dossier.sources) rows.add('dossier_source', { event, source: keyIn(keys.sources, id) });
    for (const { id } of dossier.actors) rows.add('dossier_actor', { event, actor: keyIn(keys.actors, id) });
    for (const { id } of dossier.places) rows.add('dossier_place', { event, place: keyIn(keys.places, id) });
    if (stands) {
      for (const role of ['named', 'claimant'] as const) {
        for (const [actor, known] of parties[role]) rows.add('event_party', { role, actor, event, known });
      }
      for (const [stance, known] of stances) rows.add('event_stance', { stance, event, known });
      for (const [source, known] of sourceKnown) rows.add('event_source', { event, source, known });
      const own = new Set(dossier.event.places.map(({ place }) => place));
      const around = dossierOfEvent(dossier.event, places);
      for (const id of own) rows.add('event_place', { event, place: keyIn(keys.places, id) });
      for (const { id } of around) rows.add('event_within', { event, place: keyIn(keys.places, id) });
      eventRows.push({ key: event, texts: [indexText(eventTexts(dossier.event, around)), indexText(claimWords)] });
    }

    const instants = all.map(({ known }) => known);
    const pieces = piecesOf(dossier, instants);
    pieces.forEach(({ knownFrom, knownUntil, assessment }, part) => {
      rows.add('assessment', {
        event,
        part,
        known_from: knownFrom,
        known_until: knownUntil,
        json: JSON.stringify(assessment),
      });
    });
    const clock = eventClock(dossier.event);
    stretchesOf(pieces, instants).forEach((stretch, part) => {
      addStretch({ event, part, stands }, dossier, stretch, clock);
    });
  }

  function addStretch(
    { event, part, stands }: { event: number; part: number; stands: boolean },
    dossier: Dossier,
    stretch: Stretch,
    { starts, ends, month }: EventClock,
  ): void {
    const { id, kind } = dossier.event;
    const { from, until, assessment, latest } = stretch;
    const asOf = latest ? null : new Date(Number.isFinite(from) ? from : -8.64e15).toISOString();
    const summary = summarise(dossier, { ...assessment, asOf });
    const { killed, injured, lastKnown } = summary;
    const piece: PieceRow = {
      event,
      part,
      dataset: keyIn(datasets, id),
      kind,
      starts,
      ends,
      month,
      long: ends - starts > LONG ? 1 : 0,
      known_from: from,
      known_until: until,
      latest: latest ? 1 : 0,
      stands: stands ? 1 : 0,
      claims: summary.claims,
      status: summary.status,
      agreements: bitsOf(assessment),
      killed_low: killed?.low ?? null,
      killed_high: killed?.high ?? null,
      injured_low: injured?.low ?? null,
      injured_high: injured?.high ?? null,
      killed_key: killedKey(killed?.high ?? null, id, starts),
      known_key: knownKey(lastKnown === null ? null : Date.parse(lastKnown), id, starts),
    };
    rows.add('piece', piece);
    rows.add('summary', { event, part, json: JSON.stringify(summary) });
    for (const { key } of assessment.questions)
      pending.push({ table: 'piece_question', id: key, row: { event, part } });
  }

  const questionKeys = await questions.keysOf(new Set(pending.map(({ id }) => id)));
  for (const { table, id, row } of pending) rows.add(table, { question: keyIn(questionKeys, id), ...row } as never);
  await rows.write(db);
  await db.updateTable('claim').set({ claimant: null }).where('key', 'in', claimsAbout).execute();
  for (const [claimant, claims] of claimants) {
    for (let at = 0; at < claims.length; at += MOST_VALUES) {
      const some = claims.slice(at, at + MOST_VALUES);
      await db.updateTable('claim').set({ claimant }).where('key', 'in', some).execute();
    }
  }
  await db
    .updateTable('claim')
    .set((query) => {
      const counted = query.selectFrom('event_claim').whereRef('event_claim.claim', '=', 'claim.key');
      return {
        stands: counted.select(({ fn }) => sql<number>`case when ${fn.countAll()} > 0 then 1 else 0 end`.as('stands')),
        known: counted.select(({ fn }) => fn.coalesce(fn.min('known'), sql.val(Infinity)).as('known')),
      };
    })
    .where('key', 'in', claimsAbout)
    .execute();
  await dialect.putText(db, 'event_text', eventRows);
  await dialect.putText(db, 'claim_text', claimRows);
  await db.updateTable('event').set({ stale: 0 }).where('key', 'in', eventKeys).execute();
}

/** The actors that a claim names with those above them, and its places with those around them. */
function dossierOfClaim(
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

const dossierOfEvent = (event: Event, places: ReadonlyMap<string, Place>): Place[] =>
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
