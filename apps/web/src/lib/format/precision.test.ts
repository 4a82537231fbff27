import { PLACE_PRECISIONS } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { formatPrecision } from './precision.ts';

const point = { type: 'point', longitude: 69, latitude: 34 } as const;

test('precision with its radius, or with what is missing', () => {
  expect(formatPrecision({ precision: 'settlement', geometry: point, radiusKm: 15 })).toBe(
    'known to the town or village, within 15 km',
  );
  expect(formatPrecision({ precision: 'near', geometry: point })).toBe(
    'known closely, near the named point; no radius is given',
  );
  expect(formatPrecision({ precision: 'unknown', geometry: { type: 'none' } })).toBe('not known; no point is given');
});

test('every precision has words of its own', () => {
  const words = PLACE_PRECISIONS.map((precision) => formatPrecision({ precision, geometry: point, radiusKm: 1 }));
  expect(new Set(words).size).toBe(PLACE_PRECISIONS.length);
});
