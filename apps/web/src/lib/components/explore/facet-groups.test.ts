import type { Facets, FacetValue } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { facetGroups } from './facet-groups.ts';

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
  expect(group?.shown).toEqual([{ value: 'taliban', label: 'Taliban', count: 0, checked: true }]);
});

test('one dataset is no choice', () => {
  expect(facetGroups(facetsOf({ dataset: [value('curated')] }), {}, {})).toEqual([]);
  expect(facetGroups(facetsOf({ dataset: [value('curated'), value('ged')] }), {}, {})).toHaveLength(1);
});

test('a list that helps nobody ends', () => {
  const [group] = facetGroups(facetsOf({ source: many(100) }), {}, {});
  expect([group?.shown.length, group?.more.length, group?.left]).toEqual([6, 60, 34]);
});
