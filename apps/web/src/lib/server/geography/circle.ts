import type { GeoProjection } from 'd3-geo';
import type { Box } from './label.ts';
import { EARTH_KM, HEIGHT, type Located, round, WIDTH } from './view.ts';

/** Radii below this are not drawn to scale: a smaller ring would look like a pin. */
const SMALLEST_RING = 7;

/** A place as the circle within which it lies, in the pixels of a map. */
export interface Circle extends Located {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Drawn larger than its radius. */
  readonly enlarged: boolean;
}

/** Where a place's circle is drawn. */
export function circleOf(place: Located, projection: GeoProjection, scale: number): Circle {
  const [x, y] = projection([place.longitude, place.latitude]) ?? [WIDTH / 2, HEIGHT / 2];
  // Equal-area azimuthal: a distance d from the centre is drawn at 2R·sin(d / 2R).
  const r = 2 * EARTH_KM * Math.sin(Math.min(Math.PI / 2, place.radiusKm / EARTH_KM / 2)) * scale;
  return { ...place, x: round(x), y: round(y), r: round(Math.max(SMALLEST_RING, r)), enlarged: r < SMALLEST_RING };
}

/** The square around a circle. */
export const circleBox = ({ x, y, r }: Circle): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });

/** Whether a circle meets a rectangle. */
export const reaches = ({ x, y, r }: Circle, box: Box): boolean =>
  Math.hypot(
    x - Math.min(Math.max(x, box.x), box.x + box.width),
    y - Math.min(Math.max(y, box.y), box.y + box.height),
  ) < r;
