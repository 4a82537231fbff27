import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from 'geojson';
import { loadWorld } from './admin1.ts';

/** What lies under the events on a map that a reader can move. */
export type Basemap = FeatureCollection<MultiPolygon | MultiLineString, { readonly kind: 'land' | 'border' }>;

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

/** Outlines of states and the borders between them, as GeoJSON. */
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
    ],
  };
}
