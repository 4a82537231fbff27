import type { Client, EventAnswer, ListedEvent } from '@counterclaim/api/client';
import { spanOf } from '@counterclaim/domain';

/** Days before and after an event in which others are looked for: the next window only where the one before held too few. */
const WINDOWS = [3, 45];
/** Degrees around the event's point: some fifty kilometres, in which datasets place the same event. */
const AROUND = 0.5;
/** As many as a reader looks through. */
const MOST = 8;
const DAY = 86_400_000;

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const startOf = ({ time, zone }: Pick<ListedEvent, 'time' | 'zone'>): number => spanOf(time, zone).start;

/** Around the event's point, whoever coded what is there; without a point, in its first place. */
function area({ summary }: EventAnswer): { readonly bbox?: string; readonly place?: string } | undefined {
  const { point, places } = summary;
  if (point !== null) {
    const { longitude, latitude } = point;
    const [west, south, east, north] = [longitude - AROUND, latitude - AROUND, longitude + AROUND, latitude + AROUND];
    if (west >= -180 && east <= 180 && south >= -90 && north <= 90) {
      return { bbox: [west, south, east, north].map((degrees) => degrees.toFixed(4)).join(',') };
    }
  }
  const [first] = places;
  return first === undefined ? undefined : { place: first.id };
}

/** Events near another one in place and time, the nearest in time first: what it may be compared with, and no more than that. */
export async function relatedEvents(
  detail: EventAnswer,
  asOf: string | undefined,
  api: Pick<Client, 'events'>,
): Promise<readonly ListedEvent[]> {
  const where = area(detail);
  if (where === undefined) return [];
  const { start, end } = spanOf(detail.event.time, detail.event.zone);
  let found: readonly ListedEvent[] = [];
  for (const days of WINDOWS) {
    const date = `${dayOf(start - days * DAY)}..${dayOf(end + days * DAY)}`;
    const { items } = await api.events({ ...where, date, asOf, limit: 100 });
    found = items.filter(({ id }) => id !== detail.event.id);
    if (found.length >= MOST) break;
  }
  const distance = (event: ListedEvent): number => Math.abs(startOf(event) - start);
  return [...found].sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1)).slice(0, MOST);
}
