/// <reference types="vite/client" />
import type { MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonArcs,
  Polygon as PolygonArcs,
  Topology,
} from 'topojson-specification';

/** ISO code or, where there is none, Natural Earth's code of the state that holds the province. */
type CountryCode = string;

// A type, not an interface: topojson asks for an index signature.
type ProvinceProperties = {
  readonly i: string;
  readonly n: string;
  readonly a: CountryCode;
};

type ProvinceGeometry = (PolygonArcs<ProvinceProperties> | MultiPolygonArcs<ProvinceProperties>) & {
  readonly properties: ProvinceProperties;
};

/** A province with its outline in degrees, WGS 84. */
export interface Province {
  readonly name: string;
  readonly country: CountryCode;
  readonly outline: Polygon | MultiPolygon;
}

/** Degrees; `east` may exceed 180 and `west` fall below −180 across the 180th meridian. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The provinces of the world: Natural Earth 1:10m, simplified (public domain). */
export interface World {
  /** Provinces whose bounds meet the given ones. */
  readonly provincesIn: (bounds: Bounds) => readonly Province[];
  /** Borders between states among those provinces. */
  readonly bordersIn: (bounds: Bounds) => MultiLineString;
  /** All land, without borders. */
  readonly land: () => MultiPolygon;
  /** A state's outline without the borders of its provinces. */
  readonly countryOutline: (country: CountryCode) => MultiPolygon;
}

let loaded: Promise<World> | undefined;

/** Reads the geography on the first call; it stays in memory, about 10 MB. */
export const loadWorld = (): Promise<World> =>
  (loaded ??= import('./admin1.topology?raw').then(({ default: text }) => worldOf(JSON.parse(text) as WorldTopology)));

type WorldTopology = Topology<{ readonly a1: GeometryCollection<ProvinceProperties> }>;

/** Words for "province" and the like, with which the data begins or ends some names but not others. */
const GENERIC =
  /^(?:Wilayat-e|Velayat-e|Muhafazat|Provinc(?:ia|e) (?:de |do |da |del )?|Region (?:de )?|Departamento (?:de |del )?|Wilaya(?:t)? de|Gouvernorat de|Gobernacion de)\s*|\s+(?:Province|Provincia)$/i;

/** A province's name without the word for province: "Kabul" for "Wilayat-e Kabul". */
export const provinceName = (name: string): string => name.replace(GENERIC, '').trim() || name;

function worldOf(topology: WorldTopology): World {
  const geometries = topology.objects.a1.geometries as unknown as readonly ProvinceGeometry[];
  const arcBounds = boundsOfArcs(topology);
  const bounds = new Map(geometries.map((geometry) => [geometry, boundsOfGeometry(geometry, arcBounds)]));
  const within = (frame: Bounds): ProvinceGeometry[] =>
    geometries.filter((geometry) => {
      const own = bounds.get(geometry);
      return own !== undefined && [-360, 0, 360].some((turn) => meets(own, frame, turn));
    });
  const code = (geometry: ProvinceGeometry): CountryCode => geometry.properties.a;
  return {
    provincesIn: (frame) =>
      within(frame).map((geometry) => ({
        name: provinceName(geometry.properties.n),
        country: code(geometry),
        outline: feature<ProvinceProperties>(topology, geometry as PolygonArcs<ProvinceProperties>).geometry,
      })),
    bordersIn: (frame) =>
      mesh(
        topology,
        { type: 'GeometryCollection', geometries: within(frame) },
        (a, b) => code(a as ProvinceGeometry) !== code(b as ProvinceGeometry),
      ),
    land: () => merge(topology, [...geometries]),
    countryOutline: (country) =>
      merge(
        topology,
        geometries.filter((geometry) => code(geometry) === country),
      ),
  };
}

const NOWHERE: Bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };

/** The bounds of each arc in degrees: arcs are stored as steps from point to point. */
function boundsOfArcs({ arcs, transform }: WorldTopology): Bounds[] {
  const [kx, ky] = transform?.scale ?? [1, 1];
  const [dx, dy] = transform?.translate ?? [0, 0];
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    let { west, south, east, north } = NOWHERE;
    for (const [stepX = 0, stepY = 0] of arc) {
      x += stepX;
      y += stepY;
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
    return { west: west * kx + dx, south: south * ky + dy, east: east * kx + dx, north: north * ky + dy };
  });
}

function boundsOfGeometry(geometry: ProvinceGeometry, arcs: readonly Bounds[]): Bounds {
  let { west, south, east, north } = NOWHERE;
  for (const index of (geometry.arcs as (number | number[] | number[][])[]).flat(2)) {
    const own = arcs[index < 0 ? ~index : index] ?? NOWHERE;
    west = Math.min(west, own.west);
    south = Math.min(south, own.south);
    east = Math.max(east, own.east);
    north = Math.max(north, own.north);
  }
  return { west, south, east, north };
}

const meets = (a: Bounds, b: Bounds, turn: number): boolean =>
  a.west + turn <= b.east && b.west <= a.east + turn && a.south <= b.north && b.south <= a.north;
