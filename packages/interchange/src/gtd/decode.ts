import {
  type ActorId,
  ensureActorId,
  ensurePlaceId,
  type LedgerItem,
  type NamedAuthor,
  type PlaceId,
  UNKNOWN,
} from '@counterclaim/domain';
import type { Decoded, Release, TableItem } from '../codec.ts';
import { DatasetRecords, namedActorId, shorten, zoneAt } from '../reading/dataset-records.ts';
import { placeIdOf } from '../reading/record-id.ts';
import { decodeRows } from '../reading/decode-rows.ts';
import type { RowReader } from '../reading/row-reader.ts';
import { addClaims } from './claims.ts';
import { ATTACK_TYPES, SPECIFICITIES, VICINITY } from './codes.ts';
import { describedName, groupKind, INDIVIDUAL } from './group-name.ts';
import { type Group, type IncidentRow, incidentRowOf } from './incident-row.ts';
import { SOMEWHERE_AROUND, SOMEWHERE_IN } from './stand-in.ts';

/**
 * The records that rows of the GTD say: for each an event, a document and claims, most of them by the dataset, after the actors and
 * places that they are the first to name.
 */
export function decode(table: AsyncIterable<TableItem>, release: Release): AsyncGenerator<Decoded, void, undefined> {
  const records = new DatasetRecords(release);
  return decodeRows(table, records.maker, (row) => {
    const values = incidentRowOf(row);
    return values === undefined ? [] : itemsOf(values, row, records);
  });
}

function itemsOf(values: IncidentRow, row: RowReader, all: DatasetRecords): LedgerItem[] {
  if (all.ids.repeats(values.id, 'eventid', row)) return [];
  const { place } = values;
  const own = all.row(values.id);
  const authors = new Map<Group, NamedAuthor>();
  values.groups.forEach((group, index) => {
    authors.set(group, addGroup(group, values.individual, `gname${index === 0 ? '' : index + 1}`, row, all, own.items));
  });
  const us = (): ActorId => ensureActorId(`${all.release.dataset}-actor-us`);
  if ([values.killed.us, values.wounded.us].some((figure) => (figure?.high ?? 0) > 0)) {
    all.actor({ id: us(), name: 'United States', kind: 'state' }, row, 'nkillus', own.items);
  }
  const at = addPlaces(values, all, own.items);
  if (place.point === undefined) {
    row.report(
      'noted',
      'latitude',
      'the row has no coordinates, and so no time zone',
      'give coordinates if they are known: its days are counted in UTC',
    );
  }
  own.items.push(all.document(values.id), {
    type: 'event',
    value: {
      id: own.event,
      title: titleOf(values),
      kind: 'attack',
      time: values.time,
      zone: place.point === undefined ? 'Etc/UTC' : zoneAt(place.point),
      places: [{ place: at, role: 'within' }],
      refs: { gtd: values.id, ...(values.related.length === 0 ? {} : { 'gtd-related': values.related.join(', ') }) },
    },
  });
  addClaims(values, own, {
    maker: all.maker.id,
    us,
    authorOf: (group) => authors.get(group) ?? UNKNOWN,
  });
  return own.items;
}

function titleOf({ attackTypes, place }: IncidentRow): string {
  const types = [...new Set(attackTypes.map((code) => ATTACK_TYPES[code] ?? 'Attack'))];
  const named = types.length > 1 ? types.filter((type) => type !== 'Attack') : types;
  const words = named.map((type, index) => (index === 0 ? type : type.toLowerCase())).join(', ');
  const where = place.city === '' ? place.province : place.city;
  return shorten([words === '' ? 'Attack' : words, where, place.country].filter((part) => part !== '').join(', '), 200);
}

/** A group, people who are only described, or nobody. Whoever acted for no group is not named: it is a private person. */
function addGroup(
  { name, part }: Group,
  individual: boolean,
  column: string,
  row: RowReader,
  all: DatasetRecords,
  items: LedgerItem[],
): NamedAuthor {
  const { dataset } = all.release;
  switch (groupKind(name, individual)) {
    case 'unknown':
      return UNKNOWN;
    case 'described':
      return { unnamed: individual ? INDIVIDUAL : describedName(shorten(name, 100)) };
    case 'group': {
      const group = all.actor({ id: namedActorId(dataset, name), name, kind: 'armed-group' }, row, column, items);
      if (part === '' || part === name) return group;
      const id = namedActorId(dataset, `${part}, ${name}`);
      return all.actor({ id, name: part, kind: 'armed-group', partOf: group }, row, column, items);
    }
  }
}

/** The place of a row, after the province and the country around it; one of these where it has no coordinates. */
function addPlaces({ place }: IncidentRow, all: DatasetRecords, items: LedgerItem[]): PlaceId {
  const { dataset } = all.release;
  const { country, countryCode, province, city, point, code, vicinity } = place;
  const none = { type: 'none' } as const;
  let within = all.place(
    {
      id: countryCode === '' ? placeIdOf(dataset, [country]) : ensurePlaceId(`${dataset}-place-${countryCode}`),
      name: country,
      kind: 'country',
      geometry: none,
      precision: 'country',
      ...(countryCode === '' ? {} : { refs: { gtd: countryCode } }),
    },
    items,
  );
  const around = [countryCode === '' ? country : countryCode];
  if (province !== '') {
    const id = placeIdOf(dataset, [province, ...around]);
    within = all.place({ id, name: province, kind: 'adm1', geometry: none, precision: 'adm1', within }, items);
    around.unshift(province);
  }
  if (point === undefined && city === '') return within;
  const known = vicinity && code === '1' ? VICINITY : SPECIFICITIES[code];
  const name = city === '' ? (province === '' ? country : province) : city;
  const somewhere = code !== '1' && city === '' ? SOMEWHERE_IN : code !== '1' || vicinity ? SOMEWHERE_AROUND : '';
  const { latitude, longitude } = point ?? {};
  return all.place(
    {
      id: placeIdOf(dataset, [name, String(latitude), String(longitude), code, String(vicinity), ...around]),
      name: `${somewhere}${name}`,
      kind: known?.kind ?? 'area',
      geometry: latitude === undefined || longitude === undefined ? none : { type: 'point', longitude, latitude },
      ...(point === undefined || known === undefined ? {} : { radiusKm: known.radiusKm }),
      precision: known?.precision ?? 'unknown',
      within,
    },
    items,
  );
}
