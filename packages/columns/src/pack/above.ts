import type { EventColumns, Links } from '../columns.ts';
import { LinkBuilder } from '../links.ts';

/** What the places of events lie within, said once for each place. */
export interface Above {
  /** For each place those that it lies within; none where no event says so. */
  readonly places: Links;
  /** Events that lie within other places than their own and those above them: all of these. */
  readonly events: readonly number[];
  readonly within: Links;
}

/** Works it out: mostly an event lies within its one place and whatever is above that. */
export function aboveOf({ size, at, within }: Pick<EventColumns, 'size' | 'at' | 'within'>, places: number): Above {
  const above: (readonly number[] | undefined)[] = Array.from({ length: places });
  const valuesOf = ({ offsets, values }: Links, row: number): Uint32Array =>
    values.subarray(offsets[row], offsets[row + 1]);
  for (let event = 0; event < size; event += 1) {
    const own = valuesOf(at, event);
    if (own.length === 1)
      above[own[0]] ??= [...valuesOf(within, event)].filter((place) => place !== own[0]).sort((a, b) => a - b);
  }
  const ofPlaces = new LinkBuilder();
  above.forEach((those, place) =>
    those?.forEach((each) => {
      ofPlaces.add(place, each);
    }),
  );
  const found = ofPlaces.finish(places);
  const others: number[] = [];
  const ofEvents = new LinkBuilder();
  for (let event = 0; event < size; event += 1) {
    const told = withinOf(valuesOf(at, event), found);
    const known = valuesOf(within, event);
    if (told.length === known.length && known.every((place) => told.includes(place))) continue;
    for (const place of known) ofEvents.add(others.length, place);
    others.push(event);
  }
  return { places: found, events: others, within: ofEvents.finish(others.length) };
}

/** Places, and all that are above them, each once. */
function withinOf(own: Uint32Array, { offsets, values }: Links): readonly number[] {
  if (own.length === 1) return [own[0], ...values.subarray(offsets[own[0]], offsets[own[0] + 1])];
  const all = new Set(own);
  for (const place of own) for (let at = offsets[place]; at < offsets[place + 1]; at += 1) all.add(values[at]);
  return [...all];
}

/** What each event lies within. */
export function eventsWithin({ offsets, values }: Links, { places, events, within }: Above): Links {
  const links = new LinkBuilder();
  let next = 0;
  for (let event = 0; event + 1 < offsets.length; event += 1) {
    links.begin(event);
    const isTold = events[next] === event;
    const all = isTold
      ? within.values.subarray(within.offsets[next], within.offsets[next + 1])
      : withinOf(values.subarray(offsets[event], offsets[event + 1]), places);
    for (const place of all) links.values.push(place);
    if (isTold) next += 1;
  }
  return links.finish(offsets.length - 1);
}
