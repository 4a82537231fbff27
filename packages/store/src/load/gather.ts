import {
  actorsNamed,
  AGREEMENTS,
  type Assessment,
  type Dossier,
  dossierOf,
  indexById,
  indexLedger,
  type Instant,
  type LedgerIndex,
  questionsOf,
  type Source,
  summarise,
  type Utterance,
  utterancesOf,
} from '@counterclaim/domain';
import { eventClock, killedKey, knownKey, LONG } from '../sort-key.ts';
import type { PartyRole } from '../tables.ts';
import { claimWords, eventWords, indexText } from '../words.ts';
import { aroundClaim, aroundEvent } from './around.ts';
import type { Batch, BatchKeys } from './batch.ts';
import { invalid } from './record-row.ts';
import { unresolved } from './references.ts';
import { Rows } from './rows.ts';
import { piecesOf, type Stretch, stretchesOf } from './stretches.ts';

/** A row that waits for the key of its question. */
interface PendingRow {
  readonly table: 'claim_question' | 'piece_question';
  /** The question. */
  readonly id: string;
  readonly row: object;
}

/** A record's key with its words, as they are indexed. */
interface IndexedWords {
  readonly key: number;
  readonly texts: readonly string[];
}

/** What the claims about an event say of it as a whole: who is named, who speaks, and from when on each is known. */
interface Found {
  readonly parties: Readonly<Record<PartyRole, Map<number, Instant>>>;
  readonly stances: Map<string, Instant>;
  readonly sources: Map<number, Instant>;
  readonly words: Set<string>;
}

/** What a claim's row says once its events are derived: who speaks, whether it counts for one of them, and from when on. */
export interface ClaimState {
  claimant: number | null;
  stands: 0 | 1;
  known: number;
}

interface EventRow {
  readonly event: number;
  readonly dataset: number;
  /** Of a retracted event nothing is stored that a list or a filter would find it by. */
  readonly stands: boolean;
}

const keyIn = (keys: ReadonlyMap<string, number>, id: string): number => {
  const key = keys.get(id);
  if (key === undefined) throw new TypeError(`${id} was not read with its event`);
  return key;
};

/** Keeps the earliest instant of each. */
function lower<Key>(instants: Map<Key, Instant>, key: Key, instant: Instant): void {
  instants.set(key, Math.min(instant, instants.get(key) ?? Infinity));
}

const bitsOf = (assessment: Assessment): number =>
  assessment.questions.reduce((bits, { agreement }) => bits | (1 << AGREEMENTS.indexOf(agreement)), 0);

/** What is derived of a batch of events, gathered before any of it is written. */
export class Gathered {
  readonly rows = new Rows();
  readonly pending: PendingRow[] = [];
  /** What is derived of claims, by their keys. */
  readonly claims = new Map<number, ClaimState>();
  readonly eventWords: IndexedWords[] = [];
  readonly claimWords: IndexedWords[] = [];
  readonly #keys: BatchKeys;
  /** Claims about several events of the batch are gathered once. */
  readonly #done = new Set<number>();

  constructor(keys: BatchKeys) {
    this.#keys = keys;
    for (const key of keys.claims.values()) this.claims.set(key, { claimant: null, stands: 0, known: Infinity });
  }

  add(event: number, dataset: number, dossier: Dossier): void {
    const row: EventRow = { event, dataset, stands: dossier.event.retracted === undefined };
    const { all, actors } = utterancesOf(dossier);
    const sources = indexById(dossier.sources);
    const places = indexById(dossier.places);
    const found: Found = {
      parties: { named: new Map(), claimant: new Map() },
      stances: new Map(),
      sources: new Map(),
      words: new Set(),
    };
    for (const utterance of all) {
      const source = sources.get(utterance.claim.source);
      if (source === undefined) throw unresolved('claim', utterance.claim.id, 'source', utterance.claim.source);
      this.#addClaim(row, utterance, source, { actors, places }, found);
    }
    this.#addDossier(event, dossier);
    if (row.stands) this.#addFound(event, dossier, places, found);
    const instants = all.map(({ known }) => known);
    this.#addPieces(row, dossier, instants);
  }

  #addClaim(
    { event, stands }: EventRow,
    { claim, known, owner, actor }: Utterance,
    source: Source,
    { actors, places }: Pick<LedgerIndex, 'actors' | 'places'>,
    found: Found,
  ): void {
    const keys = this.#keys;
    const key = keyIn(keys.claims, claim.id);
    const state = this.#stateOf(key);
    if (stands) {
      state.stands = 1;
      state.known = Math.min(state.known, known);
      this.rows.add('event_claim', { event, claim: key, known });
      lower(found.sources, keyIn(keys.sources, source.id), known);
    }
    const words = claimWords(claim, source, aroundClaim(claim, actors, places));
    for (const word of words) found.words.add(word);
    const speaker = actor !== null && owner === actor ? keyIn(keys.actors, actor) : undefined;
    const named = new Set(actorsNamed(claim).map((id) => keyIn(keys.actors, id)));
    if (speaker !== undefined) {
      named.add(speaker);
      lower(found.parties.claimant, speaker, known);
    }
    for (const id of named) lower(found.parties.named, id, known);
    if (claim.body.kind === 'responsibility') lower(found.stances, claim.body.stance, known);
    if (this.#done.has(key)) return;
    this.#done.add(key);
    this.claimWords.push({ key, texts: [indexText(words)] });
    state.claimant = speaker ?? null;
    for (const id of named) this.rows.add('claim_actor', { actor: id, claim: key });
    for (const id of new Set(questionsOf(claim, actors))) {
      this.pending.push({ table: 'claim_question', id, row: { claim: key } });
    }
  }

  #stateOf(claim: number): ClaimState {
    const state = this.claims.get(claim);
    if (state === undefined) throw new TypeError(`claim ${claim} was not read with its event`);
    return state;
  }

  #addDossier(event: number, { sources, actors, places }: Dossier): void {
    const keys = this.#keys;
    for (const { id } of sources) this.rows.add('dossier_source', { event, source: keyIn(keys.sources, id) });
    for (const { id } of actors) this.rows.add('dossier_actor', { event, actor: keyIn(keys.actors, id) });
    for (const { id } of places) this.rows.add('dossier_place', { event, place: keyIn(keys.places, id) });
  }

  #addFound(
    event: number,
    { event: value }: Dossier,
    places: LedgerIndex['places'],
    { parties, stances, sources, words }: Found,
  ): void {
    const keys = this.#keys;
    for (const role of ['named', 'claimant'] as const) {
      for (const [actor, known] of parties[role]) this.rows.add('event_party', { role, actor, event, known });
    }
    for (const [stance, known] of stances) this.rows.add('event_stance', { stance, event, known });
    for (const [source, known] of sources) this.rows.add('event_source', { event, source, known });
    const own = new Set(value.places.map(({ place }) => place));
    const around = aroundEvent(value, places);
    for (const id of own) this.rows.add('event_place', { event, place: keyIn(keys.places, id) });
    for (const { id } of around) this.rows.add('event_within', { event, place: keyIn(keys.places, id) });
    this.eventWords.push({ key: event, texts: [indexText(eventWords(value, around)), indexText(words)] });
  }

  #addPieces(row: EventRow, dossier: Dossier, instants: readonly Instant[]): void {
    const pieces = piecesOf(dossier, instants);
    const clock = eventClock(dossier.event);
    const first = instants.reduce((least, instant) => Math.min(least, instant), Infinity);
    // No list has an event of which nothing was known yet: only everything that the ledger holds may be nothing.
    const listed = stretchesOf(pieces, instants).filter(({ latest, from }) => latest || from >= first);
    listed.forEach((stretch, part) => {
      this.#addStretch(row, part, dossier, stretch, clock);
    });
  }

  #addStretch(
    { event, dataset, stands }: EventRow,
    part: number,
    dossier: Dossier,
    { from, until, assessment, latest }: Stretch,
    { starts, ends, month }: ReturnType<typeof eventClock>,
  ): void {
    const { id, kind } = dossier.event;
    const asOf = latest ? null : new Date(Number.isFinite(from) ? from : -8.64e15).toISOString();
    const summary = summarise(dossier, { ...assessment, asOf });
    const { killed, injured, lastKnown } = summary;
    this.rows.add('piece', {
      event,
      part,
      dataset,
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
    });
    this.rows.add('summary', { event, part, known_from: from, known_until: until, json: JSON.stringify(summary) });
    for (const { key } of assessment.questions) {
      this.pending.push({ table: 'piece_question', id: key, row: { event, part } });
    }
  }
}

/**
 * Works out what is stored of a batch of events.
 *
 * @param pause Called between two events.
 * @throws StoreError when an event's records hold what cannot be read.
 */
export async function gather(batch: Batch, keys: BatchKeys, pause: () => Promise<void>): Promise<Gathered> {
  const index = indexLedger({
    events: batch.events.map(({ value }) => value),
    claims: batch.claims.map(({ value }) => value),
    sources: batch.sources.map(({ value }) => value),
    actors: batch.actors.map(({ value }) => value),
    places: batch.places.map(({ value }) => value),
  });
  const gathered = new Gathered(keys);
  for (const { key, dataset, value } of batch.events) {
    const dossier = dossierOf(index, value.id);
    if (dossier === undefined) continue;
    try {
      gathered.add(key, dataset, dossier);
    } catch (error) {
      throw error instanceof TypeError || error instanceof RangeError ? invalid('event', value.id, error) : error;
    }
    await pause();
  }
  return gathered;
}
