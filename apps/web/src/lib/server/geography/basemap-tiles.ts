import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { LAST_BASEMAP_ZOOM } from '#lib/components/map/map-style.ts';
import { type Basemap, basemap } from './basemap.ts';

/** Units along the side of a tile. */
const EXTENT = 4096;
/** Pixels along the side of a tile as a map draws it, at the least. */
const TILE_PIXELS = 512;
/** Units by which a line may be off: a pixel, where a tile is drawn at most at twice its size. */
const TOLERANCE = 5;
/** Square pixels that a state's name takes, about. */
const NAME_PIXELS = 500;
/** Millionths of a sphere's radius squared, of a whole sphere. */
const SPHERE = 4 * Math.PI * 1e6;

const slices = ({ features }: Basemap[keyof Basemap]): GeoJSONVT =>
  new GeoJSONVT(
    { type: 'FeatureCollection', features: [...features] },
    { maxZoom: LAST_BASEMAP_ZOOM, extent: EXTENT, tolerance: TOLERANCE, indexMaxZoom: 0 },
  );

/** The names of states that are larger than their names, on a map of that zoom; of the last, all. */
const namesAt = (zoom: number, { names }: Basemap): Basemap['names'] => ({
  ...names,
  features: names.features.filter(
    ({ properties: { size } }) =>
      zoom === LAST_BASEMAP_ZOOM || (size / SPHERE) * (TILE_PIXELS * 2 ** zoom) ** 2 >= NAME_PIXELS,
  ),
});

async function open(): Promise<(z: number, x: number, y: number) => Uint8Array<ArrayBuffer>> {
  const base = await basemap();
  const land = slices(base.land);
  const borders = slices(base.borders);
  const names = Array.from({ length: LAST_BASEMAP_ZOOM + 1 }, (_, zoom) => slices(namesAt(zoom, base)));
  return (z, x, y) => {
    const layers = { land, borders, names: names[z] };
    const filled = Object.entries(layers).flatMap(([name, source]) => {
      const tile = source?.getTile(z, x, y);
      return tile ? [[name, tile] as const] : [];
    });
    return new Uint8Array(fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent: EXTENT }));
  };
}

let opened: ReturnType<typeof open> | undefined;

/** Every tile of the basemap there is: the address of each, to {@link LAST_BASEMAP_ZOOM}. */
export const basemapTiles = (): { z: string; x: string; y: string }[] =>
  Array.from({ length: LAST_BASEMAP_ZOOM + 1 }, (_, z) =>
    Array.from({ length: 4 ** z }, (_, at) => ({ z: String(z), x: String(at % 2 ** z), y: String(at >> z) })),
  ).flat();

/**
 * A vector tile of land, borders and names of states, simplified to what a map of that zoom shows; empty where there is only sea.
 *
 * @param z At most {@link LAST_BASEMAP_ZOOM}.
 */
export const basemapTile = async (z: number, x: number, y: number): Promise<Uint8Array<ArrayBuffer>> =>
  (await (opened ??= open()))(z, x, y);
