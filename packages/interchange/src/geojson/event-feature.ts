import type { Cell } from '../column.ts';
import { EVENT_COLUMNS } from '../event-columns.ts';
import type { EventRow } from '../event-row.ts';

/** A feature as RFC 7946 defines it, of an event. */
export interface EventFeature {
  readonly type: 'Feature';
  readonly id: string;
  /** `null` where no place of the event has a point. */
  readonly geometry: {
    readonly type: 'Point';
    readonly coordinates: readonly [longitude: number, latitude: number];
  } | null;
  /** The columns of the CSV by name, but for the coordinates. `radius_km` and `precision` say how much the point is worth. */
  readonly properties: Readonly<Record<string, Cell>>;
}

/** Columns that are the feature's properties. */
export const PROPERTY_COLUMNS = EVENT_COLUMNS.filter(({ name }) => name !== 'longitude' && name !== 'latitude');

/** An event as a GeoJSON feature. */
export function eventFeature(event: EventRow): EventFeature {
  const { point } = event;
  return {
    type: 'Feature',
    id: event.id,
    geometry: point === null ? null : { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: Object.fromEntries(PROPERTY_COLUMNS.map(({ name, value }) => [name, value(event)])),
  };
}
