import type { MapOverview } from '@counterclaim/api/client';
import { geoEqualEarth, type GeoProjection } from 'd3-geo';
import { radiusOfOne, SMALLEST, SMALLEST_AREA } from '#lib/components/map/circle-size.ts';
import type { DistributionMap } from '#lib/components/map/distribution.ts';
import { loadWorld, type World } from './admin1.ts';
import { linesOf, pathData } from './path.ts';
import { unitsOf } from './unit.ts';
import { boundsOf, EARTH_KM, HEIGHT, pixelsPerKm, projectionOf, round, type View, viewOf, WIDTH } from './view.ts';

/** Degrees of longitude from which on the whole world is shown, because half of it would be at the rim anyway. */
const WORLDWIDE = 110;
/** Room around what is furthest out, in kilometres. */
const ROOM_KM = 60;

/** A projection with what it shows. */
interface Frame {
  readonly projection: GeoProjection;
  readonly view: View;
}

const WORLD_VIEW: View = { longitude: 10, latitude: 10, halfKm: 10_000 };

function frameOf({ bounds, cells, areas }: MapOverview): Frame {
  const [west, , east] = bounds ?? [-180, -90, 180, 90];
  if (bounds === null || east - west > WORLDWIDE) {
    const projection = geoEqualEarth().rotate([-WORLD_VIEW.longitude, 0]).fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
    return { projection, view: WORLD_VIEW };
  }
  const view = viewOf([
    ...cells.map((cell) => ({ ...cell, name: '', kind: 'settlement' as const, radiusKm: ROOM_KM })),
    ...areas.map((area) => ({ ...area, name: '', kind: 'settlement' as const })),
  ]);
  return { projection: projectionOf(view), view };
}

/** Land and borders that were drawn before, by what they show: drawing a continent takes a while, and filters mostly leave the view as it is. */
const drawn = new Map<string, Promise<Pick<DistributionMap, 'land' | 'borders'>>>();
const MOST_DRAWN = 60;

function landOf({ projection, view }: Frame): Promise<Pick<DistributionMap, 'land' | 'borders'>> {
  const key = JSON.stringify(view);
  const present = drawn.get(key);
  if (present !== undefined) return present;
  const drawing = loadWorld().then((world) => draw(world, view, projection));
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  drawn.set(key, drawing);
  return drawing;
}

function draw(world: World, view: View, projection: GeoProjection): Pick<DistributionMap, 'land' | 'borders'> {
  const lines = unitsOf(world, view, projection).flatMap((unit) => unit.lines);
  return {
    land: pathData(lines, { closed: true }),
    borders: pathData(linesOf(world.bordersIn(boundsOf(view)), projection), { closed: false }),
  };
}

/** Small differences of the view would draw all land anew: what it shows is settled by steps. */
function settled({ longitude, latitude, halfKm }: View): View {
  const step = 2 ** Math.ceil(Math.log2(halfKm / 8));
  const degrees = step / 111;
  return {
    longitude: Math.round(longitude / degrees) * degrees,
    latitude: Math.round(latitude / degrees) * degrees,
    halfKm: Math.ceil((halfKm + step) / step) * step,
  };
}

/** Draws where events lie: circles whose area is their number, and rings within which less precisely known places lie. */
export async function distribute(overview: MapOverview): Promise<DistributionMap> {
  const rough = frameOf(overview);
  const isWorld = rough.view === WORLD_VIEW;
  const view = isWorld ? WORLD_VIEW : settled(rough.view);
  const projection = isWorld ? rough.projection : projectionOf(view);
  const perKm = isWorld ? projection.scale() / EARTH_KM : pixelsPerKm(view);
  const most = Math.max(1, ...overview.cells.map(({ count }) => count));
  const at = ({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }) => {
    const [x, y] = projection([longitude, latitude]) ?? [-1, -1];
    return { x: round(x), y: round(y) };
  };
  const { land, borders } = await landOf({ projection, view });
  return {
    width: WIDTH,
    height: HEIGHT,
    land,
    borders,
    circles: overview.cells
      .map((cell) => ({
        ...at(cell),
        r: round(Math.max(SMALLEST, radiusOfOne(most) * Math.sqrt(cell.count))),
        count: cell.count,
        contested: cell.contested,
      }))
      .sort((a, b) => b.count - a.count),
    areas: overview.areas
      .map((area) => ({
        ...at(area),
        r: round(Math.max(SMALLEST_AREA, area.radiusKm * perKm)),
        count: area.count,
        contested: area.contested,
        place: area.place,
        label: area.label,
        radiusKm: area.radiusKm,
      }))
      .sort((a, b) => b.r - a.r),
  };
}
