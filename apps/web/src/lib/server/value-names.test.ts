import { type Client, ProblemError } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { valueName } from '#lib/components/explore/filter-names.ts';
import { nameValues, unknownRecords } from './value-names.ts';

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
const facets = { total: 0, months: [], facets: { ...none, actor: [{ value: 'taliban', label: 'Taliban', count: 1 }] } };

const refusal = (status: number, to?: string) =>
  new ProblemError({
    type: '',
    title: '',
    status,
    detail: '',
    requestId: '',
    ...(to === undefined
      ? {}
      : { redirect: { type: 'place', from: 'old', to, date: '2026-01-01', reason: 'renamed' } }),
  } as never);

const api = {
  actor: () => Promise.reject(refusal(404)),
  place: (id: string) =>
    id === 'kabul'
      ? Promise.resolve({ place: { name: 'Kabul' } })
      : Promise.reject(id === 'old-kabul' ? refusal(308, 'kabul') : refusal(404)),
} as unknown as Client;

test('chosen values are named as the facets name them, as their record is, and by what their id leads to', async () => {
  const query = { place: 'atlantis~kabul~old-kabul', actor: 'nobody~taliban' };
  const names = await nameValues(api, query, facets);
  expect(names.place).toEqual({ kabul: 'Kabul', 'old-kabul': 'Kabul' });
  expect(names.actor).toEqual({ taliban: 'Taliban' });
  expect(unknownRecords(query, names)).toEqual([
    { name: 'place', value: 'atlantis' },
    { name: 'actor', value: 'nobody' },
  ]);
});

test('a dataset is named as its maker, who bears its id, and else by its id in words', async () => {
  const makers: Record<string, unknown> = {
    'ucdp-ged': { kind: 'dataset', name: 'UCDP Georeferenced Event Dataset' },
    taliban: { kind: 'armed-group', name: 'Taliban' },
  };
  const named = {
    ...api,
    actor: (id: string) => (id in makers ? Promise.resolve({ actor: makers[id] }) : Promise.reject(refusal(404))),
  } as unknown as Client;
  const dataset = ['counterclaim', 'ucdp-ged', 'taliban'].map((id) => ({ value: id, label: id, count: 1 }));
  const names = await nameValues(named, {}, { ...facets, facets: { ...none, dataset } });
  expect(dataset.map(({ value }) => valueName('dataset', value, names))).toEqual([
    'Counterclaim',
    'UCDP Georeferenced Event Dataset',
    'Taliban',
  ]);
  expect(names.dataset).toEqual({ 'ucdp-ged': 'UCDP Georeferenced Event Dataset' });
});
