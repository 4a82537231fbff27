import { LAST_TILE_ZOOM } from '@counterclaim/columns';
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { radiusOfOne, SMALLEST, SMALLEST_AREA } from './circle-size.ts';

/** Colours of the page, as any notation that a map understands. */
export interface MapColours {
  readonly bg: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
}

export interface MapStyleOptions {
  readonly colours: MapColours;
  /** Address of the vector tiles of land and borders, with `{z}/{x}/{y}`. */
  readonly land: string;
  /** Events of the largest circle of an overview: its area says what one event's is. */
  readonly most: number;
}

export const EVENTS = 'events';

/** By what the map asks for a tile of the events, which is not found at an address. */
export const EVENT_TILES = 'counterclaim';

/** Layers that answer a click, those on top first. */
export const CLICKABLE = ['events', 'cells', 'areas'] as const;

/** The last zoom of which land and borders have tiles of their own: the outlines tell no more. */
export const LAST_BASEMAP_ZOOM = 4;

/** The last zoom at which a radius is told: what doubles with each zoom is told at the first and the last. */
const LAST = 22;

/** Radius in pixels of a circle whose area is the number of its events. */
export const radiusOfCells = (most: number): ExpressionSpecification => [
  'max',
  SMALLEST,
  ['*', radiusOfOne(most), ['sqrt', ['get', 'count']]],
];

/**
 * What the map shows: land with the names of states, circles whose area is the number of events, and rings to scale where a place is known less
 * precisely.
 *
 * @param isNamed Whether it shows the names.
 */
export const mapStyle = ({ colours, land, most }: MapStyleOptions, isNamed: boolean): StyleSpecification => ({
  version: 8,
  transition: { duration: 0, delay: 0 },
  sources: {
    land: { type: 'vector', tiles: [land], minzoom: 0, maxzoom: LAST_BASEMAP_ZOOM },
    [EVENTS]: { type: 'vector', tiles: [`${EVENT_TILES}://{z}/{x}/{y}`], minzoom: 0, maxzoom: LAST_TILE_ZOOM },
  },
  layers: [
    {
      id: 'land',
      type: 'fill',
      source: 'land',
      'source-layer': 'land',
      // Smooth edges take as long to draw as all the rest; the borders have them.
      paint: { 'fill-color': colours.bg, 'fill-antialias': false },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'land',
      'source-layer': 'borders',
      paint: { 'line-color': colours.muted, 'line-width': 0.8, 'line-opacity': 0.8 },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'land',
      'source-layer': 'names',
      layout: {
        visibility: isNamed ? 'visible' : 'none',
        'text-field': ['get', 'name'],
        // Those of the page: no glyphs are fetched.
        'text-font': ['"Source Sans 3 Variable"', 'sans-serif'],
        'text-size': 12,
        'text-max-width': 8,
        'symbol-sort-key': ['-', 0, ['get', 'size']],
      },
      paint: { 'text-color': colours.muted, 'text-halo-color': colours.bg, 'text-halo-width': 1.5 },
    },
    {
      id: 'areas',
      type: 'circle',
      source: EVENTS,
      'source-layer': 'areas',
      paint: {
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          0,
          ['max', SMALLEST_AREA, ['get', 'pixels']],
          LAST,
          ['max', SMALLEST_AREA, ['*', ['get', 'pixels'], 2 ** LAST]],
        ],
        'circle-color': colours.ink,
        'circle-opacity': 0.04,
        'circle-stroke-color': colours.muted,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.7,
      },
    },
    {
      id: 'cells',
      type: 'circle',
      source: EVENTS,
      'source-layer': 'cells',
      paint: {
        'circle-radius': radiusOfCells(most),
        'circle-color': colours.accent,
        'circle-opacity': 0.55,
        'circle-stroke-color': colours.accent,
        'circle-stroke-width': 0.75,
      },
    },
    {
      id: 'events',
      type: 'circle',
      source: EVENTS,
      'source-layer': 'events',
      paint: {
        'circle-radius': 6,
        'circle-color': colours.accent,
        'circle-opacity': 0.55,
        'circle-stroke-color': colours.accent,
        'circle-stroke-width': 1,
      },
    },
  ],
});
