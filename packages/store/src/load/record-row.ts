import { type Claim, type Event, type LedgerItem, longitudeReach, type RecordType } from '@counterclaim/domain';
import { eventClock, eventKey } from '../sort-key.ts';
import { StoreError } from '../store-error.ts';
import type { ActorRow, ClaimRow, EventRow, PlaceRow, RecordRow, SourceRow } from '../tables.ts';
import type { Load } from './load.ts';
import type { Rows } from './rows.ts';

export type RecordItem = Extract<LedgerItem, { type: RecordType }>;
export type Value = RecordItem['value'];
type ItemOf<Type extends RecordType> = Extract<LedgerItem, { type: Type }>['value'];

/** In an order in which each record comes after those it names. */
export const RECORD_TYPES = ['actor', 'place', 'source', 'event', 'claim'] as const satisfies readonly RecordType[];

interface RowOf {
  actor: ActorRow;
  place: PlaceRow;
  source: SourceRow;
  event: EventRow;
  claim: ClaimRow;
}

/** The columns of a record's row that are read from the record itself. */
type OwnColumns<Type extends RecordType> = Omit<RowOf[Type], keyof RecordRow>;

const columnsOf: { [Type in RecordType]: (value: ItemOf<Type>) => OwnColumns<Type> } = {
  actor: ({ name, partOf }) => ({ label: name, part_of_id: partOf ?? null }),
  place: ({ name, within, geometry, radiusKm }) => ({
    label: name,
    within_id: within ?? null,
    longitude: geometry.type === 'point' ? geometry.longitude : null,
    latitude: geometry.type === 'point' ? geometry.latitude : null,
    radius_km: radiusKm ?? null,
    reach: geometry.type === 'point' ? longitudeReach(geometry.latitude, radiusKm ?? 0) : null,
  }),
  source: ({ title, publisher, wire }) => ({ label: title, publisher_id: publisher, wire_id: wire ?? null }),
  event: ({ partOf }) => ({ part_of_id: partOf ?? null }),
  claim: ({ source, body }) => ({
    source_id: source,
    kind: body.kind,
    stance: body.kind === 'responsibility' ? body.stance : null,
    // Known once its events are derived.
    claimant: null,
    known: Infinity,
  }),
};

/** Whether a claim stands is known for good once its events are derived. */
const editorial = ({ corrections, retracted }: Value): Pick<RecordRow, 'stands' | 'edited'> => ({
  stands: retracted === undefined ? 1 : 0,
  edited: corrections === undefined && retracted === undefined ? 0 : 1,
});

const ownColumns = (type: RecordType, value: Value): OwnColumns<RecordType> =>
  (columnsOf[type] as (value: Value) => OwnColumns<RecordType>)(value);

/** The character U+0000 as JSON writes it, after whole pairs of backslashes only. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * A record's row, as a load writes it.
 *
 * @throws StoreError when it holds a character that PostgreSQL keeps in no text: what one engine holds, each can.
 */
export function recordRow(
  type: RecordType,
  value: Value,
  key: number,
  { dataset, number }: Load,
  json = JSON.stringify(value),
): RecordRow {
  if (json.includes('\\u0000') && NUL.test(json)) {
    throw invalid(type, value.id, 'it holds the character U+0000, which no text has');
  }
  return {
    key,
    id: value.id,
    dataset,
    load: number,
    changed: number,
    ...editorial(value),
    json,
    ...ownColumns(type, value),
  };
}

/** What a claim is about, and which claims it names. */
export function addReferences(rows: Rows, key: number, { about, relations = {} }: Claim): void {
  for (const event of new Set(about)) rows.add('claim_about', { event_id: event, claim: key });
  for (const [relation, targets] of Object.entries(relations)) {
    for (const target of new Set<string>([targets ?? []].flat()))
      rows.add('claim_relation', { target_id: target, claim: key, relation });
  }
}

/**
 * The key that an event has unless another one has it already.
 *
 * @throws StoreError when its time cannot be read, or its zone is unknown.
 */
export function wantedKey(event: Event): number {
  try {
    return eventKey(event.id, eventClock(event).starts);
  } catch (error) {
    throw invalid('event', event.id, error);
  }
}

/** A record holds something that cannot be read, such as a date that does not exist. */
export const invalid = (type: RecordType, id: string, error: unknown): StoreError =>
  new StoreError(
    'invalid',
    `${type} ${id} cannot be read: ${error instanceof Error ? error.message : String(error)}; correct the record.`,
    { cause: error },
  );
