import type { GeoProjection } from 'd3-geo';
import { provinceName, type World } from './admin1.ts';
import type { Circle } from './circle.ts';
import { contains, type Line, linesOf } from './path.ts';
import { boundsOf, pixelsPerKm, type View } from './view.ts';

/** Beyond this half height the map shows states, below it their provinces with their names. */
const PROVINCES_UP_TO_KM = 450;
/** How far the simplified outlines may be off: nearer to a border than this, nothing is said about the side. */
const TOLERANCE_KM = 16;

/** A province or, on a map of much land, a state, with its outline in the pixels of a map. */
export interface Unit {
  /** Empty for a state: the geography has no names of states. */
  readonly name: string;
  readonly country: string;
  readonly lines: readonly Line[];
}

/** The units that a view shows. */
export function unitsOf(world: World, view: View, projection: GeoProjection): Unit[] {
  const provinces = world.provincesIn(boundsOf(view));
  const units: Unit[] =
    view.halfKm > PROVINCES_UP_TO_KM
      ? [...new Set(provinces.map(({ country }) => country))].map((country) => ({
          name: '',
          country,
          lines: linesOf(world.countryOutline(country), projection),
        }))
      : provinces.map(({ name, country, outline }) => ({ name, country, lines: linesOf(outline, projection) }));
  return units.filter(({ lines }) => lines.length > 0);
}

/** The unit and the state in which a place certainly lies. */
export interface Side {
  readonly unit: Unit | undefined;
  readonly country: string | undefined;
}

/**
 * On which side of the borders a place lies. Where another unit or state is nearer than the outlines are exact, none is
 * named; a province is told by its name.
 */
export function sideOf({ name, kind, x, y }: Circle, units: readonly Unit[], view: View): Side {
  const points: [number, number][] = [[x, y]];
  const reach = TOLERANCE_KM * pixelsPerKm(view);
  for (let step = 0; step < 16; step += 1) {
    const angle = (step * Math.PI) / 8;
    for (const share of [0.5, 1]) {
      points.push([x + reach * share * Math.cos(angle), y + reach * share * Math.sin(angle)]);
    }
  }
  const met = units.filter(({ lines }) => points.some((point) => contains(lines, ...point)));
  const countries = new Set(met.map(({ country }) => country));
  const [first] = met;
  const byName = kind === 'adm1' && first?.name !== '';
  return {
    unit: byName ? met.find((unit) => unit.name === provinceName(name)) : met.length === 1 ? first : undefined,
    country: countries.size === 1 ? first?.country : undefined,
  };
}
