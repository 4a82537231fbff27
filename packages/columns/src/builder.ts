import { ATTRIBUTION_STATUSES, EVENT_KINDS, STANCES } from '@counterclaim/domain';
import { type Columns, NO_ACTOR, NO_NUMBER, NO_STANCE } from './columns.ts';
import { DictionaryBuilder } from './dictionary.ts';
import { growing } from './growing.ts';
import { indexesOf } from './indexes.ts';
import { InstantBuilder } from './instants.ts';
import { KnownLinkBuilder, LinkBuilder } from './links.ts';
import { ordersOf } from './orders.ts';
import { partiesOf } from './parties.ts';
import { TextPacker } from './packed-text.ts';
import { type PieceRow, ROW_TABLES, type Rows, type RowTypes } from './rows.ts';

/** Columns with their number for each row, as they grow. */
const bytesIn = (parts: object): number =>
  Object.values(parts as Readonly<Record<string, { readonly bytes: number }>>).reduce(
    (sum, { bytes }) => sum + bytes,
    0,
  );

const placeIn = (words: readonly string[], word: string): number => {
  const place = words.indexOf(word);
  if (place === -1) throw new TypeError(`${word} is none of ${words.join(', ')}`);
  return place;
};

const MOST = 2 ** 31 - 1;

function numberOr(value: number | null): number {
  if (value === null) return NO_NUMBER;
  if (!Number.isInteger(value) || value < 0 || value > MOST) throw new RangeError(`${value} is no number of persons`);
  return value;
}

/**
 * Fills columns from rows as they stream: it keeps nothing but the columns themselves. Tables come in the order
 * of `ROW_TABLES`, the rows of each in the order of what they are of.
 */
export class ColumnsBuilder {
  readonly #instants = new InstantBuilder();
  readonly #dictionaries = {
    dataset: new DictionaryBuilder(false),
    actor: new DictionaryBuilder(true),
    place: new DictionaryBuilder(true),
    source: new DictionaryBuilder(true),
    question: new DictionaryBuilder(false),
  };
  readonly #points = {
    longitude: growing.float64(),
    latitude: growing.float64(),
    radius: growing.float64(),
  };
  readonly #claims = {
    key: growing.float64(),
    claimant: growing.int32(),
    stance: growing.uint8(),
    named: new LinkBuilder(),
  };
  readonly #events = {
    key: growing.float64(),
    ids: new TextPacker(),
    starts: growing.float64(),
    ends: growing.float64(),
    month: growing.int32(),
    kind: growing.uint8(),
    dataset: growing.uint16(),
    pieces: growing.uint32(),
    at: new LinkBuilder(),
    within: new LinkBuilder(),
    sources: new KnownLinkBuilder(),
    claims: new KnownLinkBuilder(),
  };
  readonly #pieces = {
    knownFrom: growing.uint32(),
    knownUntil: growing.uint32(),
    claims: growing.uint32(),
    status: growing.uint8(),
    agreements: growing.uint8(),
    killedLow: growing.int32(),
    killedHigh: growing.int32(),
    injuredLow: growing.int32(),
    injuredHigh: growing.int32(),
    killedKey: growing.float64(),
    knownKey: growing.float64(),
    questions: new LinkBuilder(),
  };
  #table = 0;
  /** The event, or the claim, to which the last row belonged. */
  #row = 0;
  #claimKeys: Float64Array | undefined;

  /** Bytes taken so far. What finishing adds is less than half of it. */
  get bytes(): number {
    return (
      this.#instants.bytes +
      bytesIn(this.#dictionaries) +
      bytesIn(this.#points) +
      bytesIn(this.#claims) +
      (this.#claimKeys?.byteLength ?? 0) +
      bytesIn(this.#events) +
      bytesIn(this.#pieces)
    );
  }

  /** @throws TypeError or RangeError when rows come out of order, name what did not come, or hold what no column can. */
  add(rows: Rows): void {
    const table = ROW_TABLES.indexOf(rows.table);
    if (table < this.#table) throw new TypeError(`rows of ${rows.table} come too late`);
    if (table > this.#table) this.#row = 0;
    this.#table = table;
    switch (rows.table) {
      case 'dataset':
      case 'question':
        for (const { key, id } of rows.rows) this.#dictionaries[rows.table].add(key, id);
        return;
      case 'actor':
      case 'source':
        for (const { key, id, label } of rows.rows) this.#dictionaries[rows.table].add(key, id, label);
        return;
      case 'place':
        for (const row of rows.rows) this.#addPlace(row);
        return;
      case 'redirect':
        for (const { type, from, to } of rows.rows) {
          if (type === 'actor' || type === 'place' || type === 'source') this.#dictionaries[type].redirect(from, to);
        }
        return;
      case 'claim':
        for (const row of rows.rows) this.#addClaim(row);
        return;
      case 'claimActor':
        for (const { claim, actor } of rows.rows) {
          const row = this.#claimOf(claim);
          if (row !== undefined) this.#claims.named.add(row, this.#dictionaries.actor.code(actor));
        }
        return;
      case 'piece':
        for (const row of rows.rows) this.#addPiece(row);
        return;
      case 'eventId':
        for (const { event, id } of rows.rows) {
          const row = this.#eventOf(event);
          if (row === undefined) continue;
          if (row !== this.#events.ids.length) throw new TypeError(`the id of event ${event} comes out of order`);
          this.#events.ids.add(id);
        }
        return;
      case 'pieceQuestion':
        for (const { event, part, question } of rows.rows) {
          const row = this.#eventOf(event);
          if (row === undefined) continue;
          this.#pieces.questions.add(this.#events.pieces.at(row) + part, this.#dictionaries.question.code(question));
        }
        return;
      case 'eventPlace':
      case 'eventWithin':
        for (const { event, place } of rows.rows) {
          const row = this.#eventOf(event);
          if (row === undefined) continue;
          this.#events[rows.table === 'eventPlace' ? 'at' : 'within'].add(row, this.#dictionaries.place.code(place));
        }
        return;
      case 'eventSource':
        for (const { event, source, known } of rows.rows) {
          const row = this.#eventOf(event);
          if (row === undefined) continue;
          this.#events.sources.addKnown(row, this.#dictionaries.source.code(source), this.#instants.code(known));
        }
        return;
      case 'eventClaim':
        for (const { event, claim, known } of rows.rows) {
          const row = this.#eventOf(event);
          if (row === undefined) continue;
          this.#events.claims.addKnown(row, this.#rowOfClaim(claim), this.#instants.code(known));
        }
    }
  }

  /** The columns of everything that was added; the builder is empty then. */
  finish(): Columns {
    const { instants, place } = this.#instants.finish();
    const size = this.#events.key.length;
    if (this.#events.ids.length !== size) throw new TypeError('some events came without their ids');
    this.#events.pieces.push(this.#pieces.status.length);
    const [datasets, actors] = [this.#dictionaries.dataset.finish(), this.#dictionaries.actor.finish()];
    const places = {
      ...this.#dictionaries.place.finish(),
      longitude: this.#points.longitude.finish(),
      latitude: this.#points.latitude.finish(),
      radius: this.#points.radius.finish(),
    };
    const claims = this.#finishClaims();
    const pieces = this.#finishPieces(place);
    const links = this.#events.claims.finish(size);
    const sources = this.#events.sources.finish(size);
    for (const codes of [links.known, sources.known]) place(codes);
    const events = {
      size,
      key: this.#events.key.finish(),
      ids: this.#events.ids.finish(),
      starts: this.#events.starts.finish(),
      ends: this.#events.ends.finish(),
      month: this.#events.month.finish(),
      kind: this.#events.kind.finish(),
      dataset: this.#events.dataset.finish(),
      pieces: this.#events.pieces.finish(),
      at: this.#events.at.finish(size),
      within: this.#events.within.finish(size),
      sources,
      claims: links,
      ...partiesOf(size, links, claims, actors.size),
    };
    return {
      instants,
      datasets,
      actors,
      places,
      sources: this.#dictionaries.source.finish(),
      questions: this.#dictionaries.question.finish(),
      events,
      pieces,
      claims,
      indexes: indexesOf(events, pieces, { datasets, places, actors }),
      orders: ordersOf(events, pieces),
    };
  }

  #addPlace({ key, id, label, longitude, latitude, radius }: RowTypes['place']): void {
    this.#dictionaries.place.add(key, id, label);
    this.#points.longitude.push(longitude ?? NaN);
    this.#points.latitude.push(latitude ?? NaN);
    this.#points.radius.push(radius ?? 0);
  }

  #addClaim({ key, claimant, stance }: RowTypes['claim']): void {
    this.#claims.key.push(key);
    this.#claims.claimant.push(claimant === null ? NO_ACTOR : this.#dictionaries.actor.code(claimant));
    this.#claims.stance.push(stance === null ? NO_STANCE : placeIn(STANCES, stance));
  }

  #addPiece(row: PieceRow): void {
    const events = this.#events;
    const pieces = this.#pieces;
    const last = events.key.length - 1;
    if (last < 0 || events.key.at(last) !== row.event) {
      if (last >= 0 && events.key.at(last) > row.event) throw new TypeError(`event ${row.event} comes out of order`);
      events.key.push(row.event);
      events.starts.push(row.starts);
      events.ends.push(row.ends);
      events.month.push(row.month);
      events.kind.push(placeIn(EVENT_KINDS, row.kind));
      events.dataset.push(this.#dictionaries.dataset.code(row.dataset));
      events.pieces.push(pieces.status.length);
    }
    if (pieces.status.length - events.pieces.at(events.pieces.length - 1) !== row.part) {
      throw new TypeError(`part ${row.part} of event ${row.event} comes out of order`);
    }
    pieces.knownFrom.push(this.#instants.code(row.knownFrom));
    pieces.knownUntil.push(this.#instants.code(row.knownUntil));
    pieces.claims.push(row.claims);
    pieces.status.push(placeIn(ATTRIBUTION_STATUSES, row.status));
    pieces.agreements.push(row.agreements);
    pieces.killedLow.push(numberOr(row.killedLow));
    pieces.killedHigh.push(numberOr(row.killedHigh));
    pieces.injuredLow.push(numberOr(row.injuredLow));
    pieces.injuredHigh.push(numberOr(row.injuredHigh));
    pieces.killedKey.push(row.killedKey);
    pieces.knownKey.push(row.knownKey);
  }

  /** The row of an event, which is at or after that of the row before; undefined where the event has no pieces. */
  #eventOf(key: number): number | undefined {
    const { key: keys } = this.#events;
    while (this.#row < keys.length && keys.at(this.#row) < key) this.#row += 1;
    return this.#row < keys.length && keys.at(this.#row) === key ? this.#row : undefined;
  }

  #claimOf(key: number): number | undefined {
    const { key: keys } = this.#claims;
    while (this.#row < keys.length && keys.at(this.#row) < key) this.#row += 1;
    return this.#row < keys.length && keys.at(this.#row) === key ? this.#row : undefined;
  }

  /** @throws TypeError when no claim has the key. */
  #rowOfClaim(key: number): number {
    const keys = (this.#claimKeys ??= this.#claims.key.finish());
    // An event's claims mostly follow one another.
    let [low, high] = [0, keys.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (keys[middle] === key) return middle;
      if (keys[middle] < key) low = middle + 1;
      else high = middle - 1;
    }
    throw new TypeError(`claim ${key} did not come before its events`);
  }

  /** @param place Puts the places of instants where their numbers were. */
  #finishPieces(place: (codes: Uint32Array) => void): Columns['pieces'] {
    const size = this.#pieces.status.length;
    const [knownFrom, knownUntil] = [this.#pieces.knownFrom.finish(), this.#pieces.knownUntil.finish()];
    for (const codes of [knownFrom, knownUntil]) place(codes);
    return {
      size,
      knownFrom,
      knownUntil,
      claims: this.#pieces.claims.finish(),
      status: this.#pieces.status.finish(),
      agreements: this.#pieces.agreements.finish(),
      killedLow: this.#pieces.killedLow.finish(),
      killedHigh: this.#pieces.killedHigh.finish(),
      injuredLow: this.#pieces.injuredLow.finish(),
      injuredHigh: this.#pieces.injuredHigh.finish(),
      killedKey: this.#pieces.killedKey.finish(),
      knownKey: this.#pieces.knownKey.finish(),
      questions: this.#pieces.questions.finish(size),
    };
  }

  #finishClaims(): Columns['claims'] {
    const key = (this.#claimKeys ??= this.#claims.key.finish());
    return {
      size: key.length,
      key,
      claimant: this.#claims.claimant.finish(),
      stance: this.#claims.stance.finish(),
      named: this.#claims.named.finish(key.length),
    };
  }
}
