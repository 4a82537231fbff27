/** The map that a reader can move. Loaded only where it is shown: the library is larger than everything else together. */
import 'maplibre-gl/dist/maplibre-gl.css';
import {
  addProtocol,
  type LngLatLike,
  Map,
  type MapGeoJSONFeature,
  Marker,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import type { TileAddress } from '@counterclaim/columns';
import workerUrl from 'virtual:maplibre-worker';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { type MapPart, type MapView, writeBox, writeMapView } from '#lib/state/map-view.ts';
import { radiusOfOne } from './circle-size.ts';
import { CLICKABLE, EVENT_TILES, EVENTS, mapStyle, type MapStyleOptions, radiusOfCells } from './map-style.ts';

setWorkerUrl(workerUrl);

export interface LiveMapOptions extends MapStyleOptions {
  readonly container: HTMLElement;
  /** What the map shows, for those who do not see it. */
  readonly title: string;
  /** Where it begins; around the bounds unless given. */
  readonly view: MapView | undefined;
  /** West, south, east, north in degrees; the whole world unless given. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number] | null;
  /** A tile of the events that the map is to show at this moment. */
  readonly tileAt: (tile: TileAddress, signal: AbortSignal) => Promise<ArrayBuffer>;
  readonly eventUrl: (event: string) => string;
  readonly placeUrl: (place: string) => string;
  /** Everything that belongs to the first view is there. */
  readonly onready: () => void;
  /** It begins to draw something else, or has drawn all of it. */
  readonly onbusy: (isBusy: boolean) => void;
  readonly onmove: (part: MapPart) => void;
  /** A single event was chosen. */
  readonly onpoint: (event: string) => void;
  /** It cannot go on: there is no WebGL, or no longer. */
  readonly onlost: () => void;
}

/** Where an event lies that somebody points at. */
export interface RingedPoint {
  readonly longitude: number;
  readonly latitude: number;
  readonly radiusKm: number | null;
}

export interface LiveMap {
  /** Goes to another part, unless it is there. */
  look(view: MapView): void;
  /** Rings where an event lies, as precisely as is known; nothing unless given. */
  ring(point: RingedPoint | undefined): void;
  /** Asks for the events anew. */
  refresh(): void;
  /** Draws the same in other colours, or circles to another scale. */
  restyle(style: MapStyleOptions): void;
  close(): void;
}

/** How far a single place is enlarged, at most. */
const NEAREST_ZOOM = 8;
/** Pixels around everything that the first view shows. */
const ROOM = 56;
/** How much closer a circle of several events is looked at. */
const CLOSER = 2;

/** Which tile an address asks for. */
function tileOf(address: string): TileAddress {
  const [z = NaN, x = NaN, y = NaN] = address.slice(`${EVENT_TILES}://`.length).split('/').map(Number);
  return { z, x, y };
}

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  return link;
}

/** What is said of something that was clicked; nothing of a circle, which is looked at more closely instead. */
function noteOf(
  { layer, properties }: MapGeoJSONFeature,
  { eventUrl, placeUrl }: Pick<LiveMapOptions, 'eventUrl' | 'placeUrl'>,
): HTMLElement | undefined {
  if (layer.id === 'cells') return undefined;
  const note = document.createElement('p');
  const label = String(properties['label']);
  if (layer.id === 'events') {
    note.append(linkTo(eventUrl(String(properties['event'])), 'Event'), ` at ${label}`);
    return note;
  }
  const count = Number(properties['count']);
  const event: unknown = properties['event'];
  const address = typeof event === 'string' ? eventUrl(event) : placeUrl(String(properties['place']));
  const radius = formatNumber(Math.round(Number(properties['radius'])));
  note.append(linkTo(address, formatCount(count, 'event')), ` somewhere within ${radius} km of ${label}`);
  return note;
}

/**
 * Opens a map in an element.
 *
 * @throws Error where the browser has no WebGL.
 */
export function openMap(options: LiveMapOptions): LiveMap {
  const { container, title, view, bounds, tileAt, onready, onbusy, onmove, onpoint, onlost } = options;
  // The map on the page, of which there is one.
  addProtocol(EVENT_TILES, async ({ url }, { signal }) => ({ data: await tileAt(tileOf(url), signal) }));
  const map = new Map({
    container,
    style: mapStyle(options, false),
    ...(view === undefined
      ? {
          bounds: bounds === null ? [-170, -58, 170, 74] : [...bounds],
          fitBoundsOptions: { padding: ROOM, maxZoom: NEAREST_ZOOM },
        }
      : { center: [view.longitude, view.latitude], zoom: view.zoom }),
    // What lies under the events is told below the map.
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    renderWorldCopies: false,
    // What a gesture asks for is shown at once.
    fadeDuration: 0,
    locale: { 'Map.Title': title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl());
  let popup: Popup | undefined;

  const busy = (isBusy: boolean): void => {
    container.ariaBusy = String(isBusy);
    onbusy(isBusy);
  };
  busy(true);
  for (const beginning of ['movestart', 'dataloading'] as const) {
    map.on(beginning, () => {
      busy(true);
    });
  }
  map.on('idle', () => {
    busy(false);
  });
  let isNamed = false;
  map.once('idle', () => {
    onready();
    // To set names takes longer than all the rest of the first drawing.
    isNamed = true;
    map.setLayoutProperty('names', 'visibility', 'visible');
  });
  map.on('webglcontextlost', onlost);
  map.on('error', ({ error }) => {
    console.info(`The map lacks a part: ${error.message}`);
    // It is at rest, which it finds out while it draws.
    map.triggerRepaint();
  });
  const viewNow = (): MapView => {
    const { lng, lat } = map.getCenter();
    return { zoom: map.getZoom(), latitude: lat, longitude: lng };
  };
  map.on('moveend', () => {
    const bounds = map.getBounds();
    const box = writeBox(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth());
    onmove({ view: viewNow(), box });
  });
  map.on('click', (event) => {
    popup?.remove();
    const layers = CLICKABLE.filter((id) => map.getLayer(id) !== undefined);
    const [feature] = map.queryRenderedFeatures(event.point, { layers });
    if (feature === undefined) return;
    const chosen: unknown = feature.properties['event'];
    if (typeof chosen === 'string') onpoint(chosen);
    const note = noteOf(feature, options);
    if (note === undefined) map.easeTo({ center: event.lngLat, zoom: map.getZoom() + CLOSER });
    else popup = new Popup({ maxWidth: '260px' }).setLngLat(event.lngLat).setDOMContent(note).addTo(map);
  });
  map.on('mousemove', ({ point }) => {
    const layers = CLICKABLE.filter((id) => map.getLayer(id) !== undefined);
    map.getCanvas().style.cursor = map.queryRenderedFeatures(point, { layers }).length > 0 ? 'pointer' : '';
  });

  let shown: MapStyleOptions = options;
  const ring = ringOn(map);
  return {
    ring,
    look: (wanted) => {
      if (writeMapView(wanted) === writeMapView(viewNow())) return;
      map.jumpTo({ center: [wanted.longitude, wanted.latitude], zoom: wanted.zoom });
    },
    refresh: () => {
      // Before there is a source, nothing was asked for.
      if (map.getSource(EVENTS) === undefined) return;
      busy(true);
      // What is drawn stays until the tiles have come: another address of the source would draw it once more at once.
      map.refreshTiles(EVENTS);
    },
    restyle: (style) => {
      if (style.colours !== shown.colours) map.setStyle(mapStyle(style, isNamed));
      else if (radiusOfOne(style.most) !== radiusOfOne(shown.most)) {
        map.setPaintProperty('cells', 'circle-radius', radiusOfCells(style.most));
      }
      shown = style;
    },
    close: () => {
      map.remove();
    },
  };
}

/** Pixels of the smallest ring. */
const SMALLEST_RING = 24;
/** Kilometres along a meridian for one degree. */
const DEGREE_KM = 111.2;

/** A ring that stands over the map, to scale where it is large enough to be seen. */
function ringOn(map: Map): LiveMap['ring'] {
  const element = document.createElement('span');
  element.className = 'ring';
  const marker = new Marker({ element });
  let ringed: RingedPoint | undefined;
  const size = (): void => {
    if (ringed === undefined) return;
    const { longitude, latitude, radiusKm } = ringed;
    const edge: LngLatLike = [longitude, latitude + ((radiusKm ?? 0) / DEGREE_KM) * (latitude > 0 ? -1 : 1)];
    const radius = map.project([longitude, latitude]).dist(map.project(edge));
    element.style.width = element.style.height = `${Math.max(SMALLEST_RING, 2 * radius)}px`;
  };
  map.on('zoom', size);
  return (point) => {
    ringed = point;
    if (point === undefined) {
      marker.remove();
      return;
    }
    size();
    marker.setLngLat([point.longitude, point.latitude]).addTo(map);
  };
}
