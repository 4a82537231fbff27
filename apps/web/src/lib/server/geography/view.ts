import type { Place } from '@counterclaim/domain';
import { geoAzimuthalEqualArea, geoCentroid, geoDistance, type GeoProjection } from 'd3-geo';
import type { Bounds } from './admin1.ts';

/** The size of every map, in pixels. */
export const WIDTH = 480;
export const HEIGHT = 360;

export const EARTH_KM = 6371;
const KM_PER_DEGREE = 111.2;

/** Half the height of a map that shows one exact point, in kilometres. */
const NEAREST_KM = 45;

/** A place with a point and the radius within which it lies. */
export interface Located {
  readonly name: string;
  readonly kind: Place['kind'];
  readonly longitude: number;
  readonly latitude: number;
  readonly radiusKm: number;
}

/** What a map shows: a centre, and how many kilometres lie between it and the upper edge. */
export interface View {
  readonly longitude: number;
  readonly latitude: number;
  readonly halfKm: number;
}

/** Kilometres between two points. */
export const kmBetween = (
  a: Pick<Located, 'longitude' | 'latitude'>,
  b: Pick<Located, 'longitude' | 'latitude'>,
): number => geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * EARTH_KM;

/** Small rings get much country around them, large ones little. */
function around(radiusKm: number): number {
  const share = Math.log(Math.max(radiusKm, 12) / 12) / Math.log(200 / 12);
  return Math.max(NEAREST_KM, radiusKm * Math.max(1.55, 4.5 - share * 2.95));
}

/** The view that shows some places with country around them. */
export function viewOf(places: readonly Located[]): View {
  const [only] = places;
  if (only !== undefined && places.length === 1) return { ...only, halfKm: around(only.radiusKm) };
  const [longitude, latitude] = geoCentroid({
    type: 'MultiPoint',
    coordinates: places.map((place) => [place.longitude, place.latitude]),
  });
  const centre = { longitude, latitude };
  const reach = Math.max(...places.map((place) => kmBetween(centre, place) + place.radiusKm * 1.55));
  return { ...centre, halfKm: Math.min(9000, Math.max(reach, ...places.map(({ radiusKm }) => around(radiusKm)))) };
}

/** The bounds of everything that a view may show. */
export function boundsOf({ longitude, latitude, halfKm }: View): Bounds {
  const diagonal = (halfKm * Math.hypot(WIDTH, HEIGHT)) / HEIGHT / KM_PER_DEGREE;
  const north = Math.min(90, latitude + diagonal);
  const south = Math.max(-90, latitude - diagonal);
  const farthest = Math.max(Math.abs(north), Math.abs(south));
  const wide = farthest >= 89 ? 180 : diagonal / Math.cos((farthest * Math.PI) / 180);
  return { west: longitude - Math.min(180, wide), east: longitude + Math.min(180, wide), south, north };
}

/** Pixels of a kilometre at the centre of a view. */
export const pixelsPerKm = ({ halfKm }: View): number => HEIGHT / 2 / halfKm;

/** The equal-area projection of a view, clipped just outside the map. */
export const projectionOf = (view: View): GeoProjection =>
  geoAzimuthalEqualArea()
    .rotate([-view.longitude, -view.latitude])
    .scale(EARTH_KM * pixelsPerKm(view))
    .translate([WIDTH / 2, HEIGHT / 2])
    .clipExtent([
      [-4, -4],
      [WIDTH + 4, HEIGHT + 4],
    ]);

/** To tenths of pixels. */
export const round = (value: number): number => Math.round(value * 10) / 10;
