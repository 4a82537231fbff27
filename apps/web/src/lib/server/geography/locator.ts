import type { Place } from '@counterclaim/domain';
import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoContains, geoDistance, type GeoProjection } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import type { Locator, MapInset, MapLabel, PrecisionRing } from '#lib/components/map/locator.ts';
import { formatList, formatNumber } from '#lib/format/number.ts';
import { type Bounds, loadWorld, type Province, provinceName, type World } from './admin1.ts';
import { type Box, collide, labelBox, placeLabel } from './label.ts';
import { type Line, linesOf, pathData } from './path.ts';

const WIDTH = 480;
const HEIGHT = 360;
const EARTH_KM = 6371;
const KM_PER_DEGREE = 111.2;

/** A place with a point and the radius within which it lies. */
interface Located {
  readonly name: string;
  readonly kind: Place['kind'];
  readonly longitude: number;
  readonly latitude: number;
  readonly radiusKm: number;
}

/** Distances below this are not drawn to scale: a smaller ring would look like a pin. */
const SMALLEST_RING = 7;
/** Half the height of a map that shows one exact point, in kilometres. */
const NEAREST_KM = 45;
/** Beyond this half height the map shows states, below it their provinces with their names. */
const PROVINCES_UP_TO_KM = 450;
/** How far the simplified outlines may be off: nearer to a border than this, nothing is said about the side. */
const TOLERANCE_KM = 16;

const INSET = { width: 132, height: 104 };
const MARGIN = 8;

const locatedOf = ({ name, kind, geometry, radiusKm }: Place): Located[] =>
  geometry.type === 'point' && radiusKm !== undefined
    ? [{ name, kind, longitude: geometry.longitude, latitude: geometry.latitude, radiusKm }]
    : [];

/** Why nothing is drawn. */
function unmappable(places: readonly Place[]): Locator {
  const names = formatList(places.map(({ name }) => name));
  const reason =
    places.length === 0
      ? 'No place is recorded.'
      : `${names} cannot be mapped precisely: no point with a radius is known.`;
  return { state: 'unmappable', reason };
}

/** Drawings already made: places are few, and their records change only with a release. */
const drawn = new Map<string, Promise<Locator>>();
const MOST_DRAWN = 500;

/**
 * Draws places with a dashed ring at the radius within which each lies; a point without a radius is not drawn, because
 * a pin would claim to know more than is known.
 *
 * @param places Places to ring; those without point and radius are left out.
 * @param within What the first of them lies within, nearest first, for names.
 */
export function locate(places: readonly Place[], within: readonly Place[] = []): Promise<Locator> {
  const key = JSON.stringify(
    [places, within].map((list) => list.map(({ name, kind, geometry, radiusKm }) => [name, kind, geometry, radiusKm])),
  );
  const present = drawn.get(key);
  if (present !== undefined) return present;
  const located = places.flatMap(locatedOf);
  const result =
    located.length === 0
      ? Promise.resolve(unmappable(places))
      : loadWorld().then((world) => draw(world, located, within));
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  drawn.set(key, result);
  return result;
}

/** What a map shows: a centre, and how many kilometres lie between it and the upper edge. */
interface View {
  readonly longitude: number;
  readonly latitude: number;
  readonly halfKm: number;
}

const kmBetween = (a: Pick<Located, 'longitude' | 'latitude'>, b: Pick<Located, 'longitude' | 'latitude'>): number =>
  geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * EARTH_KM;

/** Small rings get much country around them, large ones little. */
function around(radiusKm: number): number {
  const share = Math.log(Math.max(radiusKm, 12) / 12) / Math.log(200 / 12);
  return Math.max(NEAREST_KM, radiusKm * Math.max(1.55, 4.5 - share * 2.95));
}

function viewOf(places: readonly Located[]): View {
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

function boundsOf({ longitude, latitude, halfKm }: View): Bounds {
  const diagonal = (halfKm * Math.hypot(WIDTH, HEIGHT)) / HEIGHT / KM_PER_DEGREE;
  const north = Math.min(90, latitude + diagonal);
  const south = Math.max(-90, latitude - diagonal);
  const farthest = Math.max(Math.abs(north), Math.abs(south));
  const wide = farthest >= 89 ? 180 : diagonal / Math.cos((farthest * Math.PI) / 180);
  return { west: longitude - Math.min(180, wide), east: longitude + Math.min(180, wide), south, north };
}

/** A province or, on a map of much land, a state, with its outline in pixels. */
interface Unit {
  readonly name: string;
  readonly here: boolean;
  readonly lines: readonly Line[];
}

function draw(world: World, places: readonly Located[], within: readonly Place[]): Locator {
  const view = viewOf(places);
  const pixelsPerKm = HEIGHT / 2 / view.halfKm;
  const projection = geoAzimuthalEqualArea()
    .rotate([-view.longitude, -view.latitude])
    .scale(EARTH_KM * pixelsPerKm)
    .translate([WIDTH / 2, HEIGHT / 2])
    .clipExtent([
      [-4, -4],
      [WIDTH + 4, HEIGHT + 4],
    ]);
  const bounds = boundsOf(view);
  const provinces = world.provincesIn(bounds);
  const sides = places.map((place) => sideOf(place, provinces));
  const units =
    view.halfKm > PROVINCES_UP_TO_KM
      ? statesOf(world, provinces, projection, sides)
      : provincesOf(provinces, projection, sides);
  const outlineOf = (here: boolean): string =>
    pathData(
      units.filter((unit) => unit.here === here).flatMap(({ lines }) => lines),
      { closed: true },
    );
  const circles = places.map((place) => circleOf(place, projection, pixelsPerKm));
  const country = sides[0]?.country;
  const countryName = within.find(({ kind }) => kind === 'country')?.name ?? null;
  const inset =
    country === undefined ? null : insetOf(world.countryOutline(country), view, projection, circles, countryName);
  const scale = scaleOf(pixelsPerKm);
  const taken: Box[] = [{ x: 0, y: HEIGHT - 30, width: scale.length + 80, height: 30 }];
  if (inset !== null) taken.push(grow(inset, 4));
  const rings = labelRings(circles, taken);
  return {
    state: 'mapped',
    width: WIDTH,
    height: HEIGHT,
    land: outlineOf(false),
    here: outlineOf(true),
    borders: pathData(linesOf(world.bordersIn(bounds), projection), { closed: false }),
    labels: labelUnits(units, circles, taken),
    rings,
    scale,
    inset,
    description: describe(places, within),
  };
}

/** The province and the state in which a place certainly lies. */
interface Side {
  readonly province: Province | undefined;
  readonly country: string | undefined;
}

/** Looks around within the tolerance: where that meets a second province or state, none is named. A province is told by its name. */
function sideOf({ name, kind, longitude, latitude }: Located, provinces: readonly Province[]): Side {
  const points: [number, number][] = [[longitude, latitude]];
  const north = TOLERANCE_KM / KM_PER_DEGREE;
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  for (let step = 0; step < 16; step += 1) {
    const angle = (step * Math.PI) / 8;
    for (const share of [0.5, 1]) {
      points.push([longitude + east * share * Math.cos(angle), latitude + north * share * Math.sin(angle)]);
    }
  }
  const met = provinces.filter(({ outline }) => points.some((point) => geoContains(outline, point)));
  const countries = new Set(met.map(({ country }) => country));
  return {
    province:
      kind === 'adm1' ? met.find((each) => each.name === provinceName(name)) : met.length === 1 ? met[0] : undefined,
    country: countries.size === 1 ? [...countries][0] : undefined,
  };
}

const visible = ({ lines }: Unit): boolean => lines.length > 0;

const provincesOf = (
  provinces: readonly Province[],
  projection: GeoProjection,
  sides: readonly Side[],
): readonly Unit[] =>
  provinces
    .map((province) => ({
      name: province.name,
      here: sides.some((side) => side.province === province),
      lines: linesOf(province.outline, projection),
    }))
    .filter(visible);

const statesOf = (
  world: World,
  provinces: readonly Province[],
  projection: GeoProjection,
  sides: readonly Side[],
): readonly Unit[] =>
  [...new Set(provinces.map(({ country }) => country))]
    .map((country) => ({
      // The geography has no names of states.
      name: '',
      here: sides.some((side) => side.country === country),
      lines: linesOf(world.countryOutline(country), projection),
    }))
    .filter(visible);

interface Circle extends Located {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly enlarged: boolean;
}

function circleOf(place: Located, projection: GeoProjection, pixelsPerKm: number): Circle {
  const [x, y] = projection([place.longitude, place.latitude]) ?? [WIDTH / 2, HEIGHT / 2];
  // Equal-area azimuthal: a distance d from the centre is drawn at 2R·sin(d / 2R).
  const r = 2 * EARTH_KM * Math.sin(Math.min(Math.PI / 2, place.radiusKm / EARTH_KM / 2)) * pixelsPerKm;
  return { ...place, x: round(x), y: round(y), r: round(Math.max(SMALLEST_RING, r)), enlarged: r < SMALLEST_RING };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

const circleBox = ({ x, y, r }: Circle): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });

/** A place's name stands within its ring where there is room, else above it; the radius stands below. */
function labelRings(circles: readonly Circle[], taken: Box[]): PrecisionRing[] {
  return circles.map((circle): PrecisionRing => {
    const { x, y, r, name, radiusKm, enlarged } = circle;
    const fits = labelBox({ x, y, text: name }).width < 2 * r - 8;
    const settle = (label: MapLabel): MapLabel | null => {
      const box = labelBox(label);
      if (taken.some((other) => collide(other, box))) return null;
      taken.push(box);
      return label;
    };
    const nameLabel = settle({ x, y: round(fits ? y + 5 : y - r - 8), text: name });
    const below = y + r + 17 <= HEIGHT - 6;
    const radius = settle({ x, y: round(below ? y + r + 17 : y + 25), text: `within ${formatNumber(radiusKm)} km` });
    return { x, y, r, enlarged, name: nameLabel, radius };
  });
}

function labelUnits(units: readonly Unit[], circles: readonly Circle[], taken: Box[]): MapLabel[] {
  const labels: MapLabel[] = [];
  // A ring that fills the map would leave no province its name.
  for (const circle of circles) if (circle.r < HEIGHT / 4) taken.push(circleBox(circle));
  const size = { width: WIDTH, height: HEIGHT };
  for (const { name, here, lines } of [...units].sort((a, b) => Number(b.here) - Number(a.here))) {
    if (name === '') continue;
    const whole = here ? placeLabel(`${name} province`, lines, size, taken) : null;
    const label = whole ?? placeLabel(name, lines, size, taken);
    if (label === null) continue;
    taken.push(labelBox(label));
    labels.push(label);
  }
  return labels;
}

/** A round number of kilometres that takes about a sixth of the width. */
function scaleOf(pixelsPerKm: number): { km: number; length: number } {
  const target = WIDTH / 6 / pixelsPerKm;
  const magnitude = 10 ** Math.floor(Math.log10(target));
  const km = ([5, 2, 1].find((step) => step * magnitude <= target) ?? 1) * magnitude;
  return { km, length: round(km * pixelsPerKm) };
}

/** Islands and exclaves farther than this from the place would shrink the rest of the country. */
const FARTHEST_KM = 1800;

/** The country around what the map shows, in the corner that the rings leave free; `null` where the map shows it whole. */
function insetOf(
  outline: MultiPolygon,
  view: View,
  projection: GeoProjection,
  circles: readonly Circle[],
  name: string | null,
): MapInset | null {
  const near = outline.coordinates.filter((coordinates) => {
    const shape = { type: 'Polygon' as const, coordinates };
    const [longitude, latitude] = geoCentroid(shape);
    return (
      geoContains(shape, [view.longitude, view.latitude]) ||
      geoArea(shape) > 0.02 ||
      kmBetween({ longitude, latitude }, view) < FARTHEST_KM
    );
  });
  const shape: MultiPolygon = { type: 'MultiPolygon', coordinates: near.length > 0 ? near : outline.coordinates };
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

/** Whether a circle meets a rectangle. */
const reaches = ({ x, y, r }: Circle, box: Box): boolean =>
  Math.hypot(
    x - Math.min(Math.max(x, box.x), box.x + box.width),
    y - Math.min(Math.max(y, box.y), box.y + box.height),
  ) < r;

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

function describe(places: readonly Located[], within: readonly Place[]): string {
  const region = within.map(({ name }) => name).join(', ');
  const rings = places.map(({ name, radiusKm }) => `${name}, within ${formatNumber(radiusKm)} km`);
  return `Map${region === '' ? '' : ` of ${region}`}: ${formatList(rings)}. No exact point is shown.`;
}
