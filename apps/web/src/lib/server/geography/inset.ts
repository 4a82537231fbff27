import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoContains, type GeoProjection } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import type { MapInset } from '#lib/components/map/locator.ts';
import { type Circle, reaches } from './circle.ts';
import { linesOf, pathData } from './path.ts';
import { EARTH_KM, HEIGHT, kmBetween, round, type View, WIDTH } from './view.ts';

const INSET = { width: 132, height: 104 };
const MARGIN = 8;

/** Islands and exclaves farther than this from the place would shrink the rest of the country. */
const FARTHEST_KM = 1800;
/** Steradians from which on a part of a country is shown however far it is. */
const LARGE = 0.02;

/** The parts of a country that belong on an inset. */
function mainland(outline: MultiPolygon, view: View): MultiPolygon {
  const near = outline.coordinates.filter((coordinates) => {
    const part = { type: 'Polygon' as const, coordinates };
    const [longitude, latitude] = geoCentroid(part);
    return (
      geoArea(part) > LARGE ||
      kmBetween({ longitude, latitude }, view) < FARTHEST_KM ||
      geoContains(part, [view.longitude, view.latitude])
    );
  });
  return near.length > 0 ? { type: 'MultiPolygon', coordinates: near } : outline;
}

/** The country around what the map shows, in the corner that the rings leave free; `null` where the map shows it whole. */
export function insetOf(
  outline: MultiPolygon,
  view: View,
  projection: GeoProjection,
  circles: readonly Circle[],
  name: string | null,
): MapInset | null {
  const shape = mainland(outline, view);
  const clipped = linesOf(shape, projection).flat();
  const shown = clipped.every(([x, y]) => x > 0 && y > 0 && x < WIDTH && y < HEIGHT);
  if (shown) return null;
  const [longitude, latitude] = geoCentroid(shape);
  const inner = geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .fitExtent(
      [
        [6, 6],
        [INSET.width - 6, INSET.height - (name === null ? 6 : 24)],
      ],
      shape,
    );
  const [x, y] = inner([view.longitude, view.latitude]) ?? [0, 0];
  const height = Math.max(8, (2 * view.halfKm * inner.scale()) / EARTH_KM);
  const width = Math.max(10, (height * WIDTH) / HEIGHT);
  const corner = freeCorner(circles);
  return {
    ...INSET,
    ...corner,
    path: pathData(linesOf(shape, inner), { closed: true, detail: 1 }),
    frame: { x: round(x - width / 2), y: round(y - height / 2), width: round(width), height: round(height) },
    name,
  };
}

/** Bottom right, else top right, else top left; the scale stands bottom left. */
function freeCorner(circles: readonly Circle[]): { x: number; y: number } {
  const right = WIDTH - INSET.width - MARGIN;
  const bottom = HEIGHT - INSET.height - MARGIN;
  const corners = [
    { x: right, y: bottom },
    { x: right, y: MARGIN },
    { x: MARGIN, y: MARGIN },
  ];
  const hits = (corner: { x: number; y: number }): number =>
    circles.filter((circle) => reaches(circle, { ...corner, ...INSET })).length;
  return corners.reduce((best, corner) => (hits(corner) < hits(best) ? corner : best));
}
