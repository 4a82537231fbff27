/** What a map shows, as it stands in the URL: `zoom/latitude/longitude`. */
export interface MapView {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** What a map shows, and the box around it as a filter has it; no box where it shows about everything. */
export interface MapPart {
  readonly view: MapView;
  readonly box: string | undefined;
}

/** Degrees of longitude beyond which a part of the map is about all of it. */
const EVERYTHING = 300;

/** The box around a part of the map, in the form of the filter: to some ten metres. */
export function writeBox(west: number, south: number, east: number, north: number): string | undefined {
  if (east - west > EVERYTHING) return undefined;
  const turned = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;
  return [turned(west), Math.max(south, -90), turned(east), Math.min(north, 90)]
    .map((degrees) => Number(degrees.toFixed(4)))
    .join(',');
}

const SHAPE = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/;

/** Reads it; nothing where it is none, or leaves the globe. */
export function readMapView(text: string | undefined): MapView | undefined {
  const [, zoom, latitude, longitude] = (SHAPE.exec(text ?? '') ?? []).map(Number);
  if (zoom === undefined || latitude === undefined || longitude === undefined) return undefined;
  return zoom > 22 || Math.abs(latitude) > 85 || Math.abs(longitude) > 180 ? undefined : { zoom, latitude, longitude };
}

/** The nearest text of that form to three numbers of which some leave the globe; nothing where they are no three numbers. */
export function nearestMapView(text: string): string | undefined {
  const [, zoom, latitude, longitude] = (/^(-?[\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(text) ?? []).map(Number);
  if (![zoom, latitude, longitude].every(Number.isFinite)) return undefined;
  const within = (value = 0, least: number, most: number): number => Math.min(Math.max(value, least), most);
  // Written plainly: a whole turn would lead 180 degrees east to the west.
  return [within(zoom, 0, 22), within(latitude, -85, 85), within(longitude, -180, 180)].join('/');
}

/** Writes it as precisely as a pixel of the zoom needs. */
export function writeMapView({ zoom, latitude, longitude }: MapView): string {
  const digits = Math.max(0, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.5)) / Math.LN10));
  const turned = ((((longitude + 180) % 360) + 360) % 360) - 180;
  return [Number(zoom.toFixed(2)), Number(latitude.toFixed(digits)), Number(turned.toFixed(digits))].join('/');
}
