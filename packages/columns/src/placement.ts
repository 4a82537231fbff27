import type { FilterColumns, PlaceColumns } from './columns.ts';

/** Circumference of the Earth along the equator in kilometres (WGS 84), which web maps project as a sphere. */
const EQUATOR = 40_075.016_686;
/** Beyond this latitude the Web Mercator projection has no place. */
const HIGHEST_LATITUDE = 85.051_128_779_806_59;

/** Tiles are divided into so many cells each way. */
export const CELLS = 64;

/** Where events lie on a Web Mercator map, whose west and north ends are 0 and whose east and south ends are 1. */
export interface Placement {
  /** The place of each event that is known most precisely; -1 where none has a point and a radius. */
  readonly place: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By place: the highest zoom at which the circle within which it lies fits a cell; -1 where none is. */
  readonly finest: Int8Array;
}

/** Kilometres that the map's whole width stands for at a latitude. */
export const widthAt = (latitude: number): number => EQUATOR * Math.cos((latitude * Math.PI) / 180);

const MOST_ZOOM = 30;

function finestOf({ latitude, longitude, radius }: PlaceColumns, place: number): number {
  // A point of which nobody knows how far off it may be is not drawn: a mark would claim to know more than is known.
  if (!(radius[place] > 0) || !Number.isFinite(latitude[place]) || !Number.isFinite(longitude[place])) return -1;
  if (Math.abs(latitude[place]) > HIGHEST_LATITUDE) return -1;
  const zoom = Math.floor(Math.log2(widthAt(latitude[place]) / CELLS / radius[place]));
  return Math.max(0, Math.min(MOST_ZOOM, zoom));
}

const placements = new WeakMap<FilterColumns, Placement>();

/** Works it out once: it depends on no filter. */
export function placementOf(columns: FilterColumns): Placement {
  const found = placements.get(columns);
  if (found !== undefined) return found;
  const { events, places } = columns;
  const finest = new Int8Array(places.size).map((_, place) => finestOf(places, place));
  const place = new Int32Array(events.size).fill(-1);
  const x = new Float64Array(events.size);
  const y = new Float64Array(events.size);
  const { offsets, values } = events.at;
  for (let event = 0; event < events.size; event += 1) {
    let best = -1;
    for (let at = offsets[event]; at < offsets[event + 1]; at += 1) {
      const own = values[at];
      if (finest[own] >= 0 && (best < 0 || places.radius[own] < places.radius[best])) best = own;
    }
    if (best < 0) continue;
    const sine = Math.sin((places.latitude[best] * Math.PI) / 180);
    place[event] = best;
    x[event] = places.longitude[best] / 360 + 0.5;
    y[event] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
  const placement = { place, x, y, finest };
  placements.set(columns, placement);
  return placement;
}

/** Degrees of a point of the map. */
export const degreesOf = (x: number, y: number): { readonly longitude: number; readonly latitude: number } => ({
  longitude: (x - 0.5) * 360,
  latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
});
