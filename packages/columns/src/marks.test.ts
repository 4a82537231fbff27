import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { EVENTS_FROM, marksOf, type MapWindow, overviewOf } from './marks.ts';
import { CELLS, degreesOf, widthAt } from './placement.ts';
import { select } from './selection.ts';
import { Selections } from './selections.ts';
import { listNaively } from './testing/naive.ts';
import { columnsOf, filterArbitrary, pointOf, type World, worldArbitrary } from './testing/world.ts';
import { tileOf } from './tile.ts';

const EVERYTHING: MapWindow = { west: 0, north: 0, east: 1, south: 1 };

/** The place that is known best of each event that matches, with its radius; nothing where none has both. */
const placesNaively = (world: World, matching: readonly { readonly event: number }[]) =>
  matching.map(({ event }) => {
    const at = world.events.find(({ key }) => key === event)?.at ?? [];
    return at
      .map((place) => ({ place, ...pointOf(place) }))
      .filter(({ radius, longitude }) => radius !== null && longitude !== null)
      .sort((a, b) => (a.radius ?? 0) - (b.radius ?? 0))
      .at(0);
  });

/** Whether a circle of a radius fits a cell of a zoom. */
const fits = (radius: number, latitude: number, zoom: number): boolean =>
  radius <= widthAt(latitude) / (CELLS * 2 ** zoom) || zoom === 0;

describe('marksOf', () => {
  it('shows each event that has a place once, as precisely as its place is known', () => {
    fc.assert(
      fc.property(worldArbitrary, filterArbitrary, fc.integer({ min: 0, max: 14 }), (world, filter, zoom) => {
        const columns = columnsOf(world);
        const matching = listNaively(world, filter, { by: 'date', descending: false });
        const placed = placesNaively(world, matching).filter((place) => place !== undefined);
        const precise = placed.filter(({ radius, latitude }) => fits(radius ?? 0, latitude ?? 0, zoom));
        const { cells, areas, events } = marksOf(columns, select(columns, filter), EVERYTHING, zoom);
        const sum = (marks: readonly { readonly count: number }[]): number =>
          marks.reduce((all, { count }) => all + count, 0);
        expect(sum(areas)).toBe(placed.length - precise.length);
        expect(zoom < EVENTS_FROM ? sum(cells) : events.length).toBe(precise.length);
        expect(zoom < EVENTS_FROM ? events.length : cells.length).toBe(0);
        const imprecise = new Set(placed.filter((place) => !precise.includes(place)).map(({ place }) => place.id));
        expect(new Set(areas.map(({ place }) => place))).toEqual(imprecise);
        const overview = overviewOf(columns, select(columns, filter));
        expect([overview.located, overview.unlocated]).toEqual([placed.length, matching.length - placed.length]);
        expect(sum(overview.cells) + sum(overview.areas)).toBe(placed.length);
      }),
      { numRuns: 200 },
    );
  });

  it('puts a mark where its place is', () => {
    const [world] = fc.sample(
      worldArbitrary.filter(({ events }) => events.length > 8),
      { numRuns: 1, seed: 2 },
    );
    const columns = columnsOf(world);
    const { areas } = marksOf(columns, select(columns, {}), EVERYTHING, 14);
    expect(areas.length).toBeGreaterThan(0);
    for (const { x, y, place, latitude } of areas) {
      const at = degreesOf(x, y);
      expect(at.latitude).toBeCloseTo(latitude, 9);
      const named = world.events.flatMap(({ at: own }) => own).find(({ id }) => id === place);
      expect(named && pointOf(named).longitude).toBeCloseTo(at.longitude, 9);
    }
  });
});

describe('tileOf', () => {
  it('has in the tiles of a zoom together what is in the one above them', () => {
    fc.assert(
      fc.property(worldArbitrary, filterArbitrary, (world, filter) => {
        const columns = columnsOf(world);
        const selection = new Selections(columns).of('', filter);
        const eventsIn = (z: number, x: number, y: number): number => {
          const { layers } = new VectorTile(new PbfReader(tileOf(columns, selection, { z, x, y })));
          return Object.values(layers).reduce((all, layer) => {
            const features = Array.from({ length: layer.length }, (_, n) => layer.feature(n));
            expect(features.every(({ type, extent }) => Number(type) === 1 && extent === 4_096)).toBe(true);
            return features.reduce((sum, { properties }) => sum + Number(properties['count'] ?? 1), all);
          }, 0);
        };
        const below = [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ].reduce((sum, [x, y]) => sum + eventsIn(1, x, y), 0);
        expect(below).toBe(eventsIn(0, 0, 0));
      }),
      { numRuns: 100 },
    );
  });

  it('names events one by one from the zoom on at which they are shown so', () => {
    const [world] = fc.sample(
      worldArbitrary.filter(({ events }) => events.length > 8),
      { numRuns: 1, seed: 2 },
    );
    const columns = columnsOf(world);
    const selection = select(columns, {});
    const { events } = marksOf(columns, selection, EVERYTHING, 9);
    expect(events.length).toBeGreaterThan(0);
    for (const { event, x, y } of events) {
      const address = { z: 9, x: Math.floor(x * 512), y: Math.floor(y * 512) };
      const layer = new VectorTile(new PbfReader(tileOf(columns, selection, address))).layers['events'];
      const ids = Array.from({ length: layer.length }, (_, n) => layer.feature(n).properties['event']);
      expect(ids).toContain(event);
    }
  });
});
