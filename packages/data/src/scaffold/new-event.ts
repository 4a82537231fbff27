import type { EventKind, PlaceRole } from '@counterclaim/domain';
import { hintFor } from '../layout/hint.ts';
import type { Records } from '../reading/records.ts';
import { eventId } from './derived-id.ts';
import { scaffold, type Scaffolded } from './scaffold.ts';

/** What an event is to say; the rest is derived from it and from the records. */
export interface NewEvent {
  readonly id?: string | undefined;
  readonly title: string;
  /** EDTF. */
  readonly time: string;
  readonly places: readonly { readonly place: string; readonly role?: string | undefined }[];
  readonly kind?: string | undefined;
  readonly zone?: string | undefined;
  readonly partOf?: string | undefined;
  readonly context?: string | undefined;
  readonly refs?: Readonly<Record<string, string>> | undefined;
  /** What the id says of it, where that is not what the title says. */
  readonly what?: string | undefined;
}

/** The role of places in most events of a kind; elsewhere the event was within them. */
const ROLE_IN: Readonly<Partial<Record<EventKind, PlaceRole>>> = {
  attack: 'struck',
  'change-of-control': 'held',
  ceasefire: 'covers',
  announcement: 'covers',
  period: 'covers',
};

/** The place at the top of where a place lies, as the records have it. */
function topOf(records: Records, place: string): string {
  const passed = new Set<string>();
  let top = place;
  for (let next: string | undefined = place; next !== undefined && !passed.has(next);) {
    passed.add(next);
    top = next;
    next = records.record('places', next)?.get('within').text;
  }
  return top;
}

/** The time zone of most other events at a place or, where there are none, in the country around it. */
function zoneAt(records: Records, place: string): string | undefined {
  const top = topOf(records, place);
  const near = { here: new Map<string, number>(), around: new Map<string, number>() };
  for (const event of records.of('events')) {
    const zone = event.get('zone').text;
    if (zone === undefined) continue;
    const places = event.get('places').items.flatMap((item) => item.get('place').text ?? []);
    const add = (counts: Map<string, number>): void => void counts.set(zone, (counts.get(zone) ?? 0) + 1);
    if (places.includes(place)) add(near.here);
    if (places.some((other) => topOf(records, other) === top)) add(near.around);
  }
  const most = (counts: Map<string, number>) => [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  return most(near.here) ?? most(near.around);
}

/** Makes an event; see `scaffold`. Its zone, where none is given, is that of most other events at its first place. */
export function newEvent(records: Records, wanted: NewEvent, schemas: string): Scaffolded {
  const { title, time, kind = 'attack', partOf, context, refs, what } = wanted;
  const [first] = wanted.places;
  const role = ROLE_IN[kind as EventKind] ?? 'within';
  return scaffold(records, {
    folder: 'events',
    id: wanted.id,
    derivedId: eventId(time, first?.place ?? '', title, what),
    numbered: true,
    value: {
      title,
      kind,
      time,
      zone: wanted.zone ?? (first === undefined ? undefined : zoneAt(records, first.place)),
      places: wanted.places.map((place) => ({ place: place.place, role: place.role ?? role })),
      partOf,
      context,
      refs,
    },
    named: [
      ...wanted.places.map(({ place }) => ({ field: 'places', folder: 'places' as const, id: place })),
      ...(partOf === undefined ? [] : [{ field: 'partOf', folder: 'events' as const, id: partOf }]),
    ],
    hints: () => [
      ...hintFor('partOf', 'the event of which this is a part with an author or a toll of its own'),
      ...hintFor('context', 'what a reader needs to place it, in our words: no author, no number that is a claim'),
      ...hintFor('refs', 'its ids elsewhere, in quotation marks', ["refs: { ucdp: '123456' }"]),
    ],
    schemas,
  });
}
