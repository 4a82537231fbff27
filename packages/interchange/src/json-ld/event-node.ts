import type { Event } from '@counterclaim/domain';
import { editorialOf, type Iri, isoDate, type Node, referencesOf } from './node.ts';

/** An event as schema.org's Event: its identity alone. Who did it and how many died are claims. */
export function eventNode(event: Event, iri: Iri): Node {
  const id = iri('event', event.id);
  const [start, end] = event.time.split('/');
  const placesOf = (launch: boolean): string[] | undefined => {
    const places = event.places.filter(({ role }) => (role === 'launched-from') === launch);
    return places.length === 0 ? undefined : places.map(({ place }) => iri('place', place));
  };
  return {
    '@id': id,
    '@type': 'Event',
    name: event.title,
    description: event.context,
    kind: event.kind,
    startDate: isoDate(start),
    endDate: isoDate(end),
    time: event.time,
    zone: event.zone,
    location: placesOf(false),
    launchedFrom: placesOf(true),
    superEvent: event.partOf === undefined ? undefined : iri('event', event.partOf),
    ...referencesOf(event.refs),
    ...editorialOf(id, event),
  };
}
