import { expect, test } from 'vitest';
import type { Facets } from '@counterclaim/api/client';
import { cutFacets } from './cut-facets.ts';

const values = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `V ${at}`, count: count - at }));

test('long lists end, but what is chosen of them stays', () => {
  const facets = {
    total: 3,
    months: [],
    facets: { place: values(500), kind: values(8) },
  } as unknown as Facets;
  const { facets: lists, cut, total } = cutFacets(facets, (name) => (name === 'place' ? ['v7', 'v321'] : []));
  expect(total).toBe(3);
  expect(lists.place.map(({ value }) => value)).toEqual([...values(200).map(({ value }) => value), 'v321']);
  expect(lists.kind).toEqual(values(8));
  expect(cut).toEqual({ place: 299 });
});
