import { type ActorId, ensurePlaceId, type PlaceId } from '@counterclaim/domain';
import type { Decoded, Release, TableItem } from '../codec.ts';
import { DatasetRecords, namedActorId, shorten, zoneAt } from '../reading/dataset-records.ts';
import { placeIdOf } from '../reading/record-id.ts';
import { decodeRows } from '../reading/decode-rows.ts';
import type { RowReader } from '../reading/row-reader.ts';
import { actorKind } from './actor-class.ts';
import { addClaims } from './claims.ts';
import { type AcledRow, acledRowOf, type Party } from './event-row.ts';
import { PRECISIONS } from './precision.ts';
import { SUB_EVENT_TYPES } from './sub-event-type.ts';

/**
 * The records that rows of ACLED say: for each an event, a document and claims by the dataset, after the actors and places that
 * they are the first to name.
 */
export function decode(table: AsyncIterable<TableItem>, release: Release): AsyncGenerator<Decoded, void, undefined> {
  const records = new DatasetRecords(release);
  return decodeRows(table, records.maker, (row) => {
    const values = acledRowOf(row, release.published);
    return values === undefined ? [] : itemsOf(values, row, records);
  });
}

function itemsOf(values: AcledRow, row: RowReader, all: DatasetRecords) {
  const type = SUB_EVENT_TYPES.get(values.type.toLowerCase());
  if (type === undefined || all.ids.repeats(values.id, 'event_id_cnty', row)) return [];
  const own = all.row(values.id);
  const parties = new Map<Party, ActorId | { unnamed: string }>();
  values.parties.forEach((party, index) => {
    parties.set(party, addParty(party, `actor${index + 1}`, row, all, own.items));
  });
  const place = addPlaces(values, all, own.items);
  own.items.push(all.document(values.id), {
    type: 'event',
    value: {
      id: own.event,
      title: shorten(`${type.title}, ${values.place.name}, ${values.place.country}`, 200),
      kind: type.kind,
      time: values.time,
      zone: zoneAt(values.place),
      places: [{ place, role: type.kind === 'change-of-control' ? 'held' : 'within' }],
      refs: { acled: values.reference },
    },
  });
  addClaims(values, own, (party) => parties.get(party) ?? { unnamed: shorten(party.name, 160) });
  return own.items;
}

/** An actor that speaks and acts as one, or somebody who is only described. */
function addParty(
  { name, class: code }: Party,
  column: string,
  row: RowReader,
  all: DatasetRecords,
  items: Parameters<DatasetRecords['actor']>[3],
): ActorId | { unnamed: string } {
  const kind = actorKind(name, code);
  if (kind === null) return { unnamed: shorten(name, 160) };
  return all.actor({ id: namedActorId(all.release.dataset, name), name, kind }, row, column, items);
}

/** The place of a row, after the divisions and the country around it. */
function addPlaces({ place }: AcledRow, all: DatasetRecords, items: Parameters<DatasetRecords['place']>[1]): PlaceId {
  const { dataset } = all.release;
  const { country, iso, divisions, name, code, latitude, longitude } = place;
  const none = { type: 'none' } as const;
  let within = all.place(
    {
      id: iso === '' ? placeIdOf(dataset, [country]) : ensurePlaceId(`${dataset}-place-${iso}`),
      name: country,
      kind: 'country',
      geometry: none,
      precision: 'country',
      ...(iso === '' ? {} : { refs: { 'iso-3166-1-numeric': iso } }),
    },
    items,
  );
  const around = [iso === '' ? country : iso];
  divisions.slice(0, 2).forEach((division, index) => {
    around.unshift(division);
    const kind = index === 0 ? 'adm1' : 'adm2';
    const id = placeIdOf(dataset, [division, ...around.slice(1)]);
    within = all.place({ id, name: division, kind, geometry: none, precision: kind, within }, items);
  });
  const precision = PRECISIONS[code];
  if (precision === undefined) throw new RangeError(`geo_precision ${code}`);
  return all.place(
    {
      id: placeIdOf(dataset, [name, String(latitude), String(longitude), code, ...around]),
      name: precision.somewhere ? `Somewhere around ${name}` : name,
      kind: precision.kind,
      geometry: { type: 'point', longitude, latitude },
      radiusKm: precision.radiusKm,
      precision: precision.precision,
      within,
    },
    items,
  );
}
