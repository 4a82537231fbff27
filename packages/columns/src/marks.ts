import { ATTRIBUTION_STATUSES } from '@counterclaim/domain';
import type { FilterColumns } from './columns.ts';
import { idOf, labelOf } from './dictionary.ts';
import { CELLS, placementOf } from './placement.ts';
import type { Selection } from './selection.ts';
import { textAt } from './packed-text.ts';
import { Sums } from './sums.ts';

/** From this zoom on events stand one by one; before it they are counted by cell. */
export const EVENTS_FROM = 9;

const CONTESTED = ATTRIBUTION_STATUSES.indexOf('contested');

/** Part of the map, whose sides are numbers from 0 at its west and north ends to 1; the upper ends are not within. */
export interface MapWindow {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Something at a point of the map. */
interface Mark {
  readonly x: number;
  readonly y: number;
}

interface Counted extends Mark {
  /** Events. */
  readonly count: number;
  /** Of these, how many are contested in who did it. */
  readonly contested: number;
}

/** Events of which the map can show where they lie, counted by cell, at the middle of where they are. */
export type CellMark = Counted;

/** Events at a place that is known less precisely than the map can show: drawn as the area within which it lies, never as a point. */
export interface AreaMark extends Counted {
  readonly place: string;
  readonly label: string;
  /** In kilometres. */
  readonly radius: number;
  /** Degrees; of the middle of the area. */
  readonly latitude: number;
  /** Where it is a single one. */
  readonly event: string | null;
}

/** One event, where its place fits a cell. */
export interface EventMark extends Mark {
  readonly event: string;
  /** Of `ATTRIBUTION_STATUSES`. */
  readonly status: string;
  /** The place's name. */
  readonly label: string;
}

/** What the map shows of the events that match a filter. */
export interface Marks {
  readonly cells: readonly CellMark[];
  readonly areas: readonly AreaMark[];
  readonly events: readonly EventMark[];
}

/**
 * What the map shows of a window at a zoom, where a cell is `1 / (CELLS * 2 ** zoom)` wide.
 *
 * @param selection Of a filter (`select`).
 */
export function marksOf(columns: FilterColumns, { fails, pieces }: Selection, window: MapWindow, zoom: number): Marks {
  const placement = placementOf(columns);
  const { places, events } = columns;
  const { status } = columns.pieces;
  const single: EventMark[] = [];
  const across = CELLS * 2 ** zoom;
  const [left, top] = [Math.floor(window.west * across), Math.floor(window.north * across)];
  // A point at the very end of the map lies in a cell of its own.
  const [wide, high] = [Math.min(window.east, 1) * across - left + 1, Math.min(window.south, 1) * across - top + 1];
  const inRow = Math.ceil(wide);
  const cells = new Sums(zoom < EVENTS_FROM ? inRow * Math.ceil(high) : 0);
  const areas = new Sums(places.size);
  for (let event = 0; event < fails.length; event += 1) {
    if (fails[event] !== 0) continue;
    const x = placement.x[event];
    if (x < window.west || x >= window.east) continue;
    const y = placement.y[event];
    const place = placement.place[event];
    if (y < window.north || y >= window.south || place < 0) continue;
    const isContested = status[pieces[event]] === CONTESTED;
    if (placement.finest[place] < zoom) areas.add(place, event, x, y, isContested);
    else if (zoom < EVENTS_FROM) {
      const cell = (Math.floor(y * across) - top) * inRow + Math.floor(x * across) - left;
      cells.add(cell, event, x, y, isContested);
    } else {
      const label = labelOf(places, place);
      single.push({
        x,
        y,
        event: textAt(events.ids, event),
        status: ATTRIBUTION_STATUSES[status[pieces[event]]],
        label,
      });
    }
  }
  return {
    cells: cells.keys.map((_, at) => cells.mark(at)),
    areas: areas.keys.map((place, at) => ({
      ...areas.mark(at),
      place: idOf(places, place),
      label: labelOf(places, place),
      radius: places.radius[place],
      latitude: places.latitude[place],
      event: areas.counts[at] === 1 ? textAt(events.ids, areas.events[at]) : null,
    })),
    events: single,
  };
}

/** Where the events that match a filter lie, as far as a map can tell. */
export interface Extent {
  /** Events that the map can show. */
  readonly located: number;
  /** Events of whose place no point with a radius is known. */
  readonly unlocated: number;
  /** Around all that it shows; nothing where it shows none. */
  readonly window: MapWindow | null;
}

/** @param selection Of a filter (`select`). */
export function extentOf(columns: FilterColumns, { fails }: Selection): Extent {
  const { place, x, y } = placementOf(columns);
  let [west, north, east, south] = [1, 1, 0, 0];
  let located = 0;
  let unlocated = 0;
  for (let event = 0; event < fails.length; event += 1) {
    if (fails[event] !== 0) continue;
    if (place[event] < 0) {
      unlocated += 1;
      continue;
    }
    located += 1;
    west = Math.min(west, x[event]);
    east = Math.max(east, x[event]);
    north = Math.min(north, y[event]);
    south = Math.max(south, y[event]);
  }
  return { located, unlocated, window: located === 0 ? null : { west, north, east, south } };
}

/** Cells that an overview has across, at most: as many circles as a drawing of a column's width takes. */
const OVERVIEW = 40;

/** What the map shows of all events that match, as finely as one drawing can. */
export function overviewOf(columns: FilterColumns, selection: Selection): Extent & Pick<Marks, 'cells' | 'areas'> {
  const extent = extentOf(columns, selection);
  if (extent.window === null) return { ...extent, cells: [], areas: [] };
  const { west, north, east, south } = extent.window;
  const widest = Math.max(east - west, south - north);
  const zoom = Math.max(0, Math.min(EVENTS_FROM - 1, Math.floor(Math.log2(OVERVIEW / CELLS / widest))));
  // The upper ends of a window are not within it.
  const cell = 1 / (CELLS * 2 ** zoom);
  const { cells, areas } = marksOf(columns, selection, { west, north, east: east + cell, south: south + cell }, zoom);
  return { ...extent, cells, areas };
}
