import type { Claim } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { relationsOf } from './relations.ts';

const claim = (id: string, relations?: Record<string, unknown>): Claim => ({ id, relations }) as unknown as Claim;

test('relations both ways, each named from the side of the claim', () => {
  const eight = claim('moi/eight', { supersedes: ['moi/three'], respondsTo: ['is/claim'] });
  const found = relationsOf(eight, [
    claim('moi/three'),
    claim('is/claim'),
    claim('afp/eight', { repeats: 'moi/eight' }),
    claim('dawn/eight', { repeats: 'moi/eight' }),
    claim('moi/pd2', { partOf: 'moi/eight' }),
    claim('moi/ten', { supersedes: ['moi/eight'] }),
    claim('other/one', { repeats: 'other/two' }),
  ]);
  expect(found.map(({ label, claims }) => [label, claims.map(({ id }) => id)])).toEqual([
    ['Repeated by', ['afp/eight', 'dawn/eight']],
    ['Supersedes', ['moi/three']],
    ['Superseded by', ['moi/ten']],
    ['Parts of its number', ['moi/pd2']],
    ['Responds to', ['is/claim']],
  ]);
});

test('a claim without relations has none', () => {
  expect(relationsOf(claim('a/b'), [])).toEqual([]);
});
