import type { Place } from '@counterclaim/domain';
import type { Locator, MapLabel, PrecisionRing } from '#lib/components/map/locator.ts';
import { formatList, formatNumber } from '#lib/format/number.ts';
import { loadWorld, type World } from './admin1.ts';
import { type Circle, circleBox, circleOf } from './circle.ts';
import { insetOf } from './inset.ts';
import { type Box, collide, labelBox, placeLabel } from './label.ts';
import { linesOf, pathData } from './path.ts';
import { sideOf, type Unit, unitsOf } from './unit.ts';
import { boundsOf, HEIGHT, type Located, pixelsPerKm, projectionOf, round, viewOf, WIDTH } from './view.ts';

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

function draw(world: World, places: readonly Located[], within: readonly Place[]): Locator {
  const view = viewOf(places);
  const projection = projectionOf(view);
  const perKm = pixelsPerKm(view);
  const circles = places.map((place) => circleOf(place, projection, perKm));
  const units = unitsOf(world, view, projection);
  const sides = circles.map((circle) => sideOf(circle, units, view));
  const isHere = (unit: Unit): boolean => sides.some((side) => side.unit === unit);
  const outlineOf = (list: readonly Unit[]): string =>
    pathData(
      list.flatMap(({ lines }) => lines),
      { closed: true },
    );
  const country = sides[0]?.country;
  const countryName = within.find(({ kind }) => kind === 'country')?.name ?? null;
  const inset =
    country === undefined ? null : insetOf(world.countryOutline(country), view, projection, circles, countryName);
  const scale = scaleOf(perKm);
  const taken: Box[] = [{ x: 0, y: HEIGHT - 30, width: scale.length + 80, height: 30 }];
  if (inset !== null) taken.push(grow(inset, 4));
  const rings = labelRings(circles, taken);
  return {
    state: 'mapped',
    width: WIDTH,
    height: HEIGHT,
    land: outlineOf(units.filter((unit) => !isHere(unit))),
    here: outlineOf(units.filter(isHere)),
    borders: pathData(linesOf(world.bordersIn(boundsOf(view)), projection), { closed: false }),
    labels: labelUnits(units, isHere, circles, taken),
    rings,
    scale,
    inset,
    description: describe(places, within),
  };
}

const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

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

function labelUnits(
  units: readonly Unit[],
  isHere: (unit: Unit) => boolean,
  circles: readonly Circle[],
  taken: Box[],
): MapLabel[] {
  const labels: MapLabel[] = [];
  // A ring that fills the map would leave no province its name.
  for (const circle of circles) if (circle.r < HEIGHT / 4) taken.push(circleBox(circle));
  const size = { width: WIDTH, height: HEIGHT };
  for (const unit of [...units].sort((a, b) => Number(isHere(b)) - Number(isHere(a)))) {
    const { name, lines } = unit;
    if (name === '') continue;
    const whole = isHere(unit) ? placeLabel(`${name} province`, lines, size, taken) : null;
    const label = whole ?? placeLabel(name, lines, size, taken);
    if (label === null) continue;
    taken.push(labelBox(label));
    labels.push(label);
  }
  return labels;
}

/** A round number of kilometres that takes about a sixth of the width. */
function scaleOf(perKm: number): { km: number; length: number } {
  const target = WIDTH / 6 / perKm;
  const magnitude = 10 ** Math.floor(Math.log10(target));
  const km = ([5, 2, 1].find((step) => step * magnitude <= target) ?? 1) * magnitude;
  return { km, length: round(km * perKm) };
}

function describe(places: readonly Located[], within: readonly Place[]): string {
  const region = within.map(({ name }) => name).join(', ');
  const rings = places.map(({ name, radiusKm }) => `${name}, within ${formatNumber(radiusKm)} km`);
  return `Map${region === '' ? '' : ` of ${region}`}: ${formatList(rings)}. No exact point is shown.`;
}
