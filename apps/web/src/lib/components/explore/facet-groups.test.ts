import type { Facets, FacetValue } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { facetGroups, type FacetOption, recounted } from './facet-groups.ts';

const none = {
  status: [],
  agreement: [],
  kind: [],
  place: [],
  actor: [],
  claimant: [],
  stance: [],
  dataset: [],
  source: [],
};
const facetsOf = (facets: Partial<Facets['facets']>): Facets => ({
  total: 1,
  months: [],
  facets: { ...none, ...facets },
});
const value = (name: string, count = 1): FacetValue => ({ value: name, label: name, count });
const many = (count: number) => Array.from({ length: count }, (_, index) => value(`source-${String(index)}`));

test('the most frequent and the chosen are seen at once', () => {
  const [group] = facetGroups(facetsOf({ source: many(9) }), { source: 'source-8' }, {});
  expect(group?.shown.map(({ value }) => value)).toEqual([...many(6).map(({ value }) => value), 'source-8']);
  expect(group?.more.map(({ value }) => value)).toEqual(['source-6', 'source-7']);
  expect(group?.left).toBe(0);
});

test('a chosen value that leaves nothing can still be unchecked', () => {
  const [group] = facetGroups(facetsOf({}), { actor: 'taliban' }, { actor: { taliban: 'Taliban' } });
  expect(group?.shown).toEqual([{ value: 'taliban', label: 'Taliban', count: 0, checked: true, inside: [] }]);
});

test('one dataset is no choice', () => {
  expect(facetGroups(facetsOf({ dataset: [value('curated')] }), {}, {})).toEqual([]);
  expect(facetGroups(facetsOf({ dataset: [value('curated'), value('ged')] }), {}, {})).toHaveLength(1);
});

test('a place stands under the one that it lies in, a chosen one with all around it at once', () => {
  const places = ['afghanistan', 'kabul', 'iraq', 'kabul-airport', 'a', 'b', 'c', 'd', 'e', 'baghdad'];
  const [group] = facetGroups(
    facetsOf({ place: places.map((name) => value(name)) }),
    { place: 'baghdad' },
    {},
    { kabul: 'afghanistan', 'kabul-airport': 'kabul', baghdad: 'iraq', a: 'not-counted' },
  );
  const tree = (options: readonly FacetOption[] = []): unknown[] =>
    options.map(({ value, inside }) => (inside.length === 0 ? value : [value, ...tree(inside)]));
  expect(tree(group?.shown)).toEqual([
    ['afghanistan', ['kabul', 'kabul-airport']],
    ['iraq', 'baghdad'],
    ...['a', 'b', 'c', 'd'],
  ]);
  expect(tree(group?.more)).toEqual(['e']);
  expect(group?.all.map(({ value }) => value)).toEqual(places);
});

test('another query is counted in the boxes that are there, where they are', () => {
  const place = [value('afghanistan', 9), value('kabul', 8), value('iraq', 7)];
  const groups = facetGroups(
    facetsOf({ place, status: [value('claimed', 5), value('contested', 4)] }),
    {},
    {},
    {
      kabul: 'afghanistan',
    },
  );
  const [status, places] = recounted(
    groups,
    facetsOf({ place: [value('iraq', 3), value('kabul', 2)], status: [value('contested', 4)] }),
    { place: 'kabul' },
  );
  const counts = (options: readonly FacetOption[] = []) =>
    options.map(({ value, count, checked }) => [value, count, checked]);
  expect(counts(status?.shown)).toEqual([
    ['claimed', 0, false],
    ['contested', 4, false],
  ]);
  expect(counts(places?.shown)).toEqual([
    ['afghanistan', 0, false],
    ['iraq', 3, false],
  ]);
  expect(counts(places?.shown[0]?.inside)).toEqual([['kabul', 2, true]]);
});

test('a value that is not among a full list keeps its count', () => {
  const full = Array.from({ length: 1_000 }, (_, index) => value(`other-${String(index)}`, 2));
  const [group] = recounted(facetGroups(facetsOf({ source: many(1) }), {}, {}), facetsOf({ source: full }), {});
  expect(group?.shown.map(({ count }) => count)).toEqual([1]);
});

test('places that lie in each other in a circle are all there', () => {
  const [group] = facetGroups(facetsOf({ place: [value('a'), value('b')] }), {}, {}, { a: 'b', b: 'a' });
  expect(group?.shown.map(({ value }) => value)).toEqual(['a', 'b']);
});

test('a list that helps nobody ends', () => {
  const [group] = facetGroups(facetsOf({ source: many(100) }), {}, {});
  expect([group?.shown.length, group?.more.length, group?.left]).toEqual([6, 60, 34]);
});
