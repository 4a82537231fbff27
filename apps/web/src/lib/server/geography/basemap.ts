import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point } from 'geojson';
import { iso31661 } from 'iso-3166';
import { loadWorld } from './admin1.ts';

/** What lies under the events on a map that a reader can move. */
export interface Basemap {
  readonly land: FeatureCollection<MultiPolygon, null>;
  /** Between states. */
  readonly borders: FeatureCollection<MultiLineString, null>;
  readonly names: FeatureCollection<Point, NameProperties>;
}

interface NameProperties {
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
      properties: { name, size: Math.round(largest.area * 1e6) },
      geometry: { type: 'Point', coordinates: [longitude ?? NaN, latitude ?? NaN] },
    },
  ];
}

const EVERYWHERE = { west: -180, south: -90, east: 180, north: 90 };

/** Land, the borders between states and their names, in degrees (WGS 84). */
export async function basemap(): Promise<Basemap> {
  const world = await loadWorld();
  const countries = new Set(world.provincesIn(EVERYWHERE).map(({ country }) => country));
  return {
    land: {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: null, geometry: world.land() }],
    },
    borders: {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: null, geometry: world.bordersIn(EVERYWHERE) }],
    },
    names: {
      type: 'FeatureCollection',
      features: [...countries].flatMap((country) => nameFeature(country, world.countryOutline(country))),
    },
  };
}
