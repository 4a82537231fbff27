import { PbfWriter } from 'pbf';
import type { FilterColumns } from './columns.ts';
import { type Marks, marksOf, type MapWindow } from './marks.ts';
import { widthAt } from './placement.ts';
import type { Selection } from './selection.ts';

/** A square of the map: at zoom `z` it has `2 ** z` each way, counted from the west and from the north. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The closest zoom that tiles are made for: a map goes on enlarging those of it. */
export const LAST_TILE_ZOOM = 14;

/** Units of a tile each way, as vector tiles commonly have. */
const UNITS = 4_096;
/** Pixels of a whole map at zoom 0, by which browsers draw vector tiles. */
const PIXELS = 512;

const windowOf = ({ z, x, y }: TileAddress): MapWindow => {
  const across = 2 ** z;
  return { west: x / across, north: y / across, east: (x + 1) / across, south: (y + 1) / across };
};

type Value = string | number;

interface Feature {
  readonly x: number;
  readonly y: number;
  readonly properties: Readonly<Record<string, Value | null>>;
}

const featuresOf = ({ cells, areas, events }: Marks): readonly (readonly [layer: string, features: Feature[]])[] => [
  ['cells', cells.map(({ x, y, count, contested }) => ({ x, y, properties: { count, contested } }))],
  [
    'areas',
    areas.map(({ x, y, count, contested, place, label, radius, latitude, event }) => ({
      x,
      y,
      // The radius in pixels of zoom 0, which doubles with each zoom.
      properties: { count, contested, place, label, radius, pixels: (radius / widthAt(latitude)) * PIXELS, event },
    })),
  ],
  ['events', events.map(({ x, y, event, status, label }) => ({ x, y, properties: { event, status, label } }))],
];

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/** One layer of points (Mapbox Vector Tile Specification 2.1, section 4). */
function writeLayer(
  pbf: PbfWriter,
  name: string,
  features: readonly Feature[],
  place: (feature: Feature) => [number, number],
): void {
  const keys = new Map<string, number>();
  const values = new Map<Value, number>();
  const numberOf = <Key>(map: Map<Key, number>, key: Key): number => {
    const found = map.get(key) ?? map.size;
    map.set(key, found);
    return found;
  };
  pbf.writeStringField(1, name);
  for (const feature of features) {
    pbf.writeMessage(
      2,
      (_, message) => {
        const tags = Object.entries(feature.properties).flatMap(([key, value]) =>
          value === null ? [] : [numberOf(keys, key), numberOf(values, value)],
        );
        message.writePackedVarint(2, tags);
        message.writeVarintField(3, 1);
        const [x, y] = place(feature);
        // One command "move to", then where to.
        message.writePackedVarint(4, [9, zigzag(x), zigzag(y)]);
      },
      undefined,
    );
  }
  for (const key of keys.keys()) pbf.writeStringField(3, key);
  for (const value of values.keys()) {
    pbf.writeMessage(
      4,
      (_, message) => {
        if (typeof value === 'string') message.writeStringField(1, value);
        else if (Number.isSafeInteger(value) && value >= 0) message.writeVarintField(5, value);
        else message.writeDoubleField(3, value);
      },
      undefined,
    );
  }
  pbf.writeVarintField(5, UNITS);
  pbf.writeVarintField(15, 2);
}

/**
 * A vector tile of the events that match a filter: layers `cells`, `areas` and `events` (`Marks`). Empty where there are none.
 *
 * @param selection Of a filter (`select`).
 */
export function tileOf(columns: FilterColumns, selection: Selection, address: TileAddress): Uint8Array<ArrayBuffer> {
  const window = windowOf(address);
  const across = 2 ** address.z;
  const place = ({ x, y }: Feature): [number, number] => [
    Math.round((x - window.west) * across * UNITS),
    Math.round((y - window.north) * across * UNITS),
  ];
  const pbf = new PbfWriter();
  for (const [name, features] of featuresOf(marksOf(columns, selection, window, address.z))) {
    if (features.length === 0) continue;
    pbf.writeMessage(3, (_, layer) => writeLayer(layer, name, features, place), undefined);
  }
  return new Uint8Array(pbf.finish());
}
