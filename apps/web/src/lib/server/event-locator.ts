import type { EventAnswer } from '@counterclaim/api/client';
import { indexById, type Place, type PlaceId } from '@counterclaim/domain';
import type { Locator } from '#lib/components/map/locator.ts';
import { locate } from './geography/locator.ts';

/** Where an event was: its first place that has a point, with what that lies within. */
export function eventLocator({ event, places }: Pick<EventAnswer, 'event' | 'places'>): Promise<Locator> {
  const index = indexById(places);
  const own = event.places.flatMap(({ place }) => index.get(place) ?? []);
  const located = own.find(({ geometry }) => geometry.type === 'point');
  const around: Place[] = [];
  for (let next: PlaceId | undefined = located?.within; next !== undefined;) {
    const place = index.get(next);
    if (place === undefined || around.includes(place)) break;
    around.push(place);
    next = place.within;
  }
  return locate(located === undefined ? own : [located], around);
}
