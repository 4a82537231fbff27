import { expect, test } from 'vitest';
import { negotiate } from './format.ts';

const events = '/api/v1/events';

test.each([
  [null, events, 'json'],
  ['', events, 'json'],
  ['*/*', events, 'json'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', events, 'json'],
  ['application/json', events, 'json'],
  ['APPLICATION/JSON', events, 'json'],
  ['text/csv', events, 'csv'],
  ['text/*', events, 'csv'],
  ['application/*', events, 'json'],
  ['application/geo+json', events, 'geojson'],
  ['text/csv;q=0.5, application/geo+json', events, 'geojson'],
  ['text/csv; q=0.5, */*; q=0.1', events, 'csv'],
  ['application/json;q=0, */*', events, 'csv'],
  ['application/json;q=0, application/*', events, 'geojson'],
  ['text/html', events, undefined],
  ['text/html', `${events}.csv`, 'csv'],
  ['application/json', `${events}.geojson`, 'geojson'],
  ['application/atom+xml', '/api/v1/changes', 'atom'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', '/api/v1/changes', 'json'],
  ['text/html', '/api/v1/changes.atom', 'atom'],
  ['text/csv', '/api/v1/actors', undefined],
  ['text/csv, */*;q=0.1', '/api/v1/actors', 'json'],
] as const)('Accept: %s on %s is %s', (accept, path, format) => {
  expect(negotiate(accept, path)).toBe(format);
});
