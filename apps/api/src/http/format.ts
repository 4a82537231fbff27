import { mediaTypes } from '@counterclaim/interchange/serving';

/** In what form a list or record is written. */
export type Format = 'json' | 'csv' | 'geojson' | 'atom' | 'mvt' | 'pack';

const MVT = 'application/vnd.mapbox-vector-tile';
const BYTES = 'application/octet-stream';

export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: `${mediaTypes.csv}; charset=utf-8; header=present`,
  geojson: mediaTypes.geojson,
  atom: mediaTypes.atom,
  mvt: MVT,
  pack: BYTES,
};

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json',
  mvt: MVT,
  pack: BYTES,
  ...mediaTypes,
};

const OFFERED: Readonly<Record<string, readonly Format[]>> = {
  '/api/v1/events': ['json', 'csv', 'geojson'],
  '/api/v1/events.csv': ['csv'],
  '/api/v1/events.geojson': ['geojson'],
  '/api/v1/claims': ['json', 'csv'],
  '/api/v1/claims.csv': ['csv'],
  '/api/v1/changes': ['json', 'atom'],
  '/api/v1/changes.atom': ['atom'],
};
const JSON_ONLY: readonly Format[] = ['json'];
/** Folders of which every address has one format. */
const FOLDERS: readonly (readonly [folder: string, formats: readonly Format[]])[] = [
  ['/api/v1/tiles/', ['mvt']],
  ['/api/v1/pack/', ['pack']],
];

/** The formats of an address, the one that is given unasked first. */
export const formatsOf = (path: string): readonly Format[] =>
  OFFERED[path] ?? FOLDERS.find(([folder]) => path.startsWith(folder))?.[1] ?? JSON_ONLY;

/** How much a media range of an `Accept` header wants a media type: its `q`, and how closely it names it. */
function match(range: string, mediaType: string): { quality: number; closeness: number } | undefined {
  const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const closeness =
    name === mediaType ? 2 : name === `${mediaType.slice(0, mediaType.indexOf('/'))}/*` ? 1 : name === '*/*' ? 0 : -1;
  if (closeness < 0) return undefined;
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { quality: Number.isFinite(quality) ? quality : 0, closeness };
}

/**
 * The offered format that an `Accept` header wants most (RFC 9110, section 12.5.1), or `undefined` when it wants none.
 * An address with a suffix has a single format and gives it whatever is asked.
 */
export function negotiate(accept: string | null, path: string): Format | undefined {
  const offered = formatsOf(path);
  const [first = 'json'] = offered;
  if (accept === null || accept === '' || accept === '*/*' || (first !== 'json' && offered.length === 1)) return first;
  const ranges = accept.split(',');
  let best: { format: Format; quality: number } | undefined;
  for (const format of offered) {
    const closest = ranges
      .map((range) => match(range, MEDIA_TYPES[format]))
      .filter((found) => found !== undefined)
      .sort((a, b) => b.closeness - a.closeness)[0];
    if (closest !== undefined && closest.quality > (best?.quality ?? 0)) best = { format, quality: closest.quality };
  }
  return best?.format;
}

/** The media types of an address, for the client that asked for another. */
export const mediaTypesOf = (path: string): string =>
  formatsOf(path)
    .map((format) => MEDIA_TYPES[format])
    .join(', ');
