import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point, Position } from 'geojson';
import { iso31661 } from 'iso-3166';
import { loadWorld } from './admin1.ts';

/** What lies under the events on a map that a reader can move. */
export type Basemap = FeatureCollection<
  MultiPolygon | MultiLineString | Point,
  { readonly kind: 'land' | 'border' } | NameProperties
>;

interface NameProperties {
  readonly kind: 'name';
  readonly name: string;
  /** Of the part that bears the name, in millionths of a sphere's radius squared: names of the largest come first. */
  readonly size: number;
}

const names = new Intl.DisplayNames('en', { type: 'region' });
const SHORT_CODES = new Map(iso31661.map(({ alpha2, alpha3 }) => [alpha3, alpha2]));

/**
 * The name of a state as the Unicode locale data has it; none for what has no code of ISO 3166, of which Natural Earth has some: a map that names
 * them would take a side.
 */
function nameOf(country: string): string | undefined {
  const code = SHORT_CODES.get(country);
  return code === undefined ? undefined : names.of(code);
}

/** A state's name, in the middle of its largest part. */
function nameFeature(country: string, outline: MultiPolygon): Feature<Point, NameProperties>[] {
  const name = nameOf(country);
  const parts = outline.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const [largest] = parts.map((part) => ({ part, area: geoArea(part) })).sort((a, b) => b.area - a.area);
  if (name === undefined || largest === undefined) return [];
  const [longitude, latitude] = geoCentroid(largest.part).map((degrees) => Math.round(degrees * 100) / 100);
  return [
    {
      type: 'Feature',
      properties: { kind: 'name', name, size: Math.round(largest.area * 1e6) },
      geometry: { type: 'Point', coordinates: [longitude ?? NaN, latitude ?? NaN] },
    },
  ];
}

/** The outlines are simplified to some kilometres: hundredths of degrees tell no less. */
const rounded = (line: readonly Position[]): Position[] => {
  const kept: Position[] = [];
  for (const [longitude = 0, latitude = 0] of line) {
    const point = [Math.round(longitude * 100) / 100, Math.round(latitude * 100) / 100];
    if (String(kept.at(-1)) !== String(point)) kept.push(point);
  }
  return kept;
};

/** A ring of fewer points encloses nothing. */
const RING = 4;

const EVERYWHERE = { west: -180, south: -90, east: 180, north: 90 };

/** Outlines of states, the borders between them and their names, as GeoJSON. */
export async function basemap(): Promise<Basemap> {
  const world = await loadWorld();
  const countries = new Set(world.provincesIn(EVERYWHERE).map(({ country }) => country));
  const land = [...countries].map((country): Feature<MultiPolygon, { readonly kind: 'land' }> => ({
    type: 'Feature',
    properties: { kind: 'land' },
    geometry: {
      type: 'MultiPolygon',
      coordinates: world
        .countryOutline(country)
        .coordinates.map((polygon) => polygon.map(rounded).filter(({ length }) => length >= RING))
        .filter(({ length }) => length > 0),
    },
  }));
  const borders = world.bordersIn(EVERYWHERE).coordinates.map(rounded);
  return {
    type: 'FeatureCollection',
    features: [
      ...land.filter(({ geometry }) => geometry.coordinates.length > 0),
      {
        type: 'Feature',
        properties: { kind: 'border' },
        geometry: { type: 'MultiLineString', coordinates: borders.filter(({ length }) => length > 1) },
      },
      ...[...countries].flatMap((country) => nameFeature(country, world.countryOutline(country))),
    ],
  };
}
