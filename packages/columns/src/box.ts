import { EARTH_RADIUS_KM, longitudeReach } from '@counterclaim/domain';
import type { PlaceColumns } from './columns.ts';
import type { BoundingBox } from './filter.ts';

/** Kilometres along a meridian for one degree. */
const DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180;

const radians = (degrees: number): number => degrees * (Math.PI / 180);
const degrees = (angle: number): number => angle * (180 / Math.PI);

/** Whether the circle around a point reaches a meridian between the two parallels. */
function reachesMeridian(
  { longitude, latitude, radius }: { longitude: number; latitude: number; radius: number },
  meridian: number,
  south: number,
  north: number,
): boolean {
  const across = radians(longitude - meridian);
  const own = radians(latitude);
  // Where the great circle from the point meets the meridian at a right angle, or the nearer end of the edge.
  const foot = degrees(Math.atan2(Math.sin(own), Math.cos(own) * Math.cos(across)));
  const nearest = radians(Math.min(north, Math.max(south, foot)));
  const along = Math.sin((nearest - own) / 2);
  const aside = Math.sin(across / 2);
  const half = along * along + Math.cos(own) * Math.cos(nearest) * aside * aside;
  const reach = Math.sin(radius / (2 * EARTH_RADIUS_KM));
  return reach * reach >= half;
}

/** Whether a longitude lies between two others, counted on beyond the 180th meridian. */
const isBetween = (longitude: number, west: number, east: number): boolean =>
  (longitude >= west && longitude <= east) ||
  (longitude + 360 >= west && longitude + 360 <= east) ||
  (longitude - 360 >= west && longitude - 360 <= east);

/**
 * For each place 1 where its point, with the radius around it, meets the box on the sphere. A place without a
 * point meets none.
 */
export function placesMeeting(places: PlaceColumns, box: BoundingBox): Uint8Array {
  const last = asked.get(places);
  if (last?.box === box) return last.mask;
  const mask = meeting(places, box);
  asked.set(places, { box, mask });
  return mask;
}

/** The last box that was asked for: whoever looks for the fewest events asks again as each is tested. */
const asked = new WeakMap<PlaceColumns, { readonly box: BoundingBox; readonly mask: Uint8Array }>();

function meeting(places: PlaceColumns, [west, south, east, north]: BoundingBox): Uint8Array {
  const mask = new Uint8Array(places.size);
  const farEast = east < west ? east + 360 : east;
  for (let place = 0; place < places.size; place += 1) {
    const longitude = places.longitude[place];
    const latitude = places.latitude[place];
    const radius = places.radius[place];
    const margin = radius / DEGREE;
    if (!(latitude >= south - margin && latitude <= north + margin)) continue;
    // Most places of a wide box need no more than this.
    if (isBetween(longitude, west, farEast)) {
      mask[place] = 1;
      continue;
    }
    const reach = longitudeReach(latitude, radius);
    if (!isBetween(longitude, west - reach, farEast + reach)) continue;
    const point = { longitude, latitude, radius };
    if (reachesMeridian(point, west, south, north) || reachesMeridian(point, east, south, north)) mask[place] = 1;
  }
  return mask;
}
