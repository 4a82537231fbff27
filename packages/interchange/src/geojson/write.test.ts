import { expect, test } from 'vitest';
import { eventRows } from '../../test/event-rows.ts';
import { geoJsonProblems } from '../../test/geojson-problems.ts';
import { ledger } from '../../test/ledger.ts';
import { textOf } from '../../test/text-of.ts';
import type { EventRow } from '../event-row.ts';
import type { EventFeature } from './event-feature.ts';
import { assessLedger, eventRowsOf } from '../table/assessed-ledger.ts';
import { writeGeoJson } from './write.ts';

async function collection(events: Iterable<EventRow>): Promise<{ type: string; features: EventFeature[] }> {
  return JSON.parse(await textOf(writeGeoJson(events))) as { type: string; features: EventFeature[] };
}

test('every event is one feature, in the order given', async () => {
  const { type, features } = await collection(eventRows);
  expect(type).toBe('FeatureCollection');
  expect(features.map(({ id }) => id)).toEqual(eventRows.map(({ id }) => id));
});

test('a point is longitude first, and says how much it is worth', async () => {
  const { features } = await collection(eventRows);
  expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [69.17, 34.53] });
  expect(features[0]?.properties).toMatchObject({ radius_km: 3.5, precision: 'neighbourhood' });
});

test('an event without a point has no geometry, and is still there', async () => {
  const { features } = await collection(eventRows);
  const rest = features.slice(1);
  expect(rest.length).toBeGreaterThan(0);
  for (const { geometry, properties } of rest) {
    expect(geometry).toBeNull();
    expect(properties).toMatchObject({ radius_km: null, precision: null });
  }
});

test('no event is an empty collection', async () => {
  expect(await collection([])).toEqual({ type: 'FeatureCollection', features: [] });
});

test.each([1, 99, 100, 101, 200, 250])('%i events make one valid document', async (count) => {
  const [event] = eventRows;
  if (event === undefined) throw new Error('no event');
  const { features } = await collection(Array.from({ length: count }, () => event));
  expect(features).toHaveLength(count);
});

test('a linter finds nothing wrong', async () => {
  expect(geoJsonProblems(await textOf(writeGeoJson(eventRows)))).toEqual([]);
  expect(geoJsonProblems(await textOf(writeGeoJson([])))).toEqual([]);
  const text = await textOf(writeGeoJson(eventRowsOf(assessLedger(ledger))));
  expect(geoJsonProblems(text)).toEqual([]);
  expect(text).not.toContain('2020-never');
});

test.each([
  ['a position without a latitude', '[69.17,34.53]', '[69.17]'],
  ['a type that is none', '"Point"', '"Dot"'],
  ['a feature without properties', '"properties":', '"fields":'],
  ['JSON that is not', ']}', ']'],
])('a linter finds %s', async (_what, was, now) => {
  const text = await textOf(writeGeoJson(eventRows));
  expect(text).toContain(was);
  expect(geoJsonProblems(text.replace(was, now))).not.toEqual([]);
});
