import {
  type Actor,
  type ActorId,
  ensureActorId,
  ensureEventId,
  type Event,
  type LedgerItem,
  type Place,
  type PlaceId,
} from '@counterclaim/domain';
import type { Decoded, Release, TableItem } from '../codec.ts';
import { zoneAt } from '../reading/dataset-records.ts';
import { numberedActorId, numberedPlaceId, placeIdOf, placeKeyOf } from '../reading/record-id.ts';
import { decodeRows } from '../reading/decode-rows.ts';
import { rowDocument } from '../reading/row-document.ts';
import { RowIds } from '../reading/row-ids.ts';
import type { RowReader } from '../reading/row-reader.ts';
import { claimsOf, sidesThatAct } from './claims.ts';
import { COMMUNITIES } from './communities.ts';
import { daysFrom, type GedRow, gedRowOf, type Side } from './event-row.ts';
import { placeName, precisionOf } from './precision.ts';

/** UCDP's own terms for its three types of organised violence. */
const TYPES = { '1': 'State-based conflict', '2': 'Non-state conflict', '3': 'One-sided violence' } as const;

/** Days beyond which a row that is not clear is an aggregate, and no event. */
const AGGREGATE = 31;

/**
 * The records that rows of UCDP GED say: for each an event, a document and claims by the dataset, after the actors and places that
 * they are the first to name.
 */
export function decode(table: AsyncIterable<TableItem>, release: Release): AsyncGenerator<Decoded, void, undefined> {
  const decoder = new Decoder(release);
  return decodeRows(table, decoder.maker, (row) => {
    const values = gedRowOf(row);
    return values === undefined ? [] : decoder.itemsOf(values, row);
  });
}

class Decoder {
  readonly maker: Actor;
  readonly #release: Release;
  readonly #ids = new RowIds();
  /** What was said of the actors that were given out, by number: an actor is given out once. */
  readonly #actors = new Map<string, string>();
  readonly #countries = new Set<PlaceId>();
  readonly #places = new Set<number>();

  constructor(release: Release) {
    this.#release = release;
    this.maker = { id: ensureActorId(release.dataset), name: release.title, kind: 'dataset' };
  }

  /** What a row says; nothing, and a problem, where its id was met before. */
  itemsOf(values: GedRow, row: RowReader): LedgerItem[] {
    const { dataset } = this.#release;
    if (this.#ids.repeats(Number(values.id), 'id', row)) return [];
    const items: LedgerItem[] = [];
    const actorOf = (side: Side): ActorId => numberedActorId(dataset, side.code);
    for (const side of sidesThatAct(values)) this.#addActor(side, actorOf(side), row, items);
    const place = this.#addPlaces(values, items);
    const document = rowDocument(values.id, this.#release);
    items.push({ type: 'source', value: document });
    const event = eventOf(values, ensureEventId(`${dataset}-${values.id}`), place);
    items.push({ type: 'event', value: event });
    for (const value of claimsOf(values, document.id, event.id, this.maker.id, actorOf))
      items.push({ type: 'claim', value });
    return items;
  }

  #addActor({ code, name, state }: Side, id: ActorId, row: RowReader, items: LedgerItem[]): void {
    const said = state === '' ? JSON.stringify(name) : `${JSON.stringify(name)}, of state ${state},`;
    const known = this.#actors.get(code);
    if (known === said) return;
    if (known !== undefined) {
      row.report('noted', null, `actor ${code} is ${said} here, and ${known} before`, 'the first is taken');
      return;
    }
    this.#actors.set(code, said);
    const kind = state !== '' ? 'state' : COMMUNITIES.has(code) ? 'community' : 'armed-group';
    const refs = { ucdp: code, ...(state === '' ? {} : { gw: state }) };
    items.push({ type: 'actor', value: { id, name, kind, refs } });
  }

  /** The place of a row, after the province and the country around it. */
  #addPlaces({ place }: GedRow, items: LedgerItem[]): PlaceId {
    const { dataset } = this.#release;
    const { name, code, latitude, longitude, country, countryId, adm1, adm2 } = place;
    const none = { type: 'none' } as const;
    const add = (value: Place): PlaceId => {
      const key = placeKeyOf(value.id);
      if (!this.#places.has(key)) {
        this.#places.add(key);
        items.push({ type: 'place', value });
      }
      return value.id;
    };
    let within = numberedPlaceId(dataset, countryId);
    if (!this.#countries.has(within)) {
      this.#countries.add(within);
      const refs = { gw: countryId };
      const value: Place = { id: within, name: country, kind: 'country', geometry: none, precision: 'country', refs };
      items.push({ type: 'place', value });
    }
    if (adm1 !== '') {
      const id = placeIdOf(dataset, [adm1, countryId]);
      within = add({ id, name: adm1, kind: 'adm1', geometry: none, precision: 'adm1', within });
    }
    if (adm2 !== '') {
      const id = placeIdOf(dataset, [adm2, adm1, countryId]);
      within = add({ id, name: adm2, kind: 'adm2', geometry: none, precision: 'adm2', within });
    }
    const precision = precisionOf(code, name);
    if (precision === undefined) throw new RangeError(`where_prec ${code}`);
    return add({
      id: placeIdOf(dataset, [name, String(latitude), String(longitude), code, adm2, adm1, countryId]),
      name: placeName(name, precision),
      kind: precision.kind,
      geometry: { type: 'point', longitude, latitude },
      radiusKm: precision.radiusKm,
      precision: precision.precision,
      within,
    });
  }
}

function eventOf(row: GedRow, id: Event['id'], place: PlaceId): Event {
  const { type, first, last, relid, place: where } = row;
  const aggregate = !row.clear && daysFrom(first, last) > AGGREGATE;
  const around = where.name === where.country ? where.name : `${where.name}, ${where.country}`;
  return {
    id,
    title: `${TYPES[type]}, ${around}`,
    kind: aggregate ? 'period' : type === '3' ? 'attack' : 'clash',
    time: first === last ? first : `${first}/${last}`,
    zone: zoneAt(where),
    places: [{ place, role: aggregate ? 'covers' : 'within' }],
    refs: { ucdp: row.id, ...(relid === '' ? {} : { 'ucdp-relid': relid }) },
  };
}
