import {
  dossierOf,
  type EventId,
  indexLedger,
  type Ledger,
  type RecordKey,
  type RecordType,
} from '@counterclaim/domain';

const keyOf = (type: RecordType, id: string): string => `${type} ${id}`;

/** The records that an event's page and assessment need, in one ledger. */
function dossierKeys(event: EventId, ledger: Ledger): string[] {
  const dossier = dossierOf(indexLedger(ledger), event);
  if (dossier === undefined) return [];
  return [
    keyOf('event', dossier.event.id),
    ...dossier.claims.map(({ id }) => keyOf('claim', id)),
    ...dossier.sources.map(({ id }) => keyOf('source', id)),
    ...dossier.actors.map(({ id }) => keyOf('actor', id)),
    ...dossier.places.map(({ id }) => keyOf('place', id)),
  ];
}

/** Tells whether a record has to do with an event, in either of two states. An event that was renamed is followed. */
export function involvedIn(event: EventId, before: Ledger, after: Ledger): (record: RecordKey) => boolean {
  const former = after.redirects.filter(({ type, to }) => type === 'event' && to === event).map(({ from }) => from);
  const keys = new Set([
    ...dossierKeys(event, after),
    ...[event, ...former].flatMap((id) => dossierKeys(id as EventId, before)),
  ]);
  return ({ type, id }) => keys.has(keyOf(type, id));
}
