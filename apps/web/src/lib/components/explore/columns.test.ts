import type { ActorId, PartySummary } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { partyColumns } from './columns.ts';

const party = (id: string): PartySummary => ({
  id: id as ActorId,
  name: id.toUpperCase(),
  claimed: [],
  accused: [],
  denied: [],
  exonerated: [],
});

test('the two most named, most first, ties by id', () => {
  const events = [['b', 'c'], ['c', 'a'], ['d'], []].map((ids) => ({ parties: ids.map(party) }));
  expect(partyColumns(events)).toEqual([
    { id: 'c', name: 'C' },
    { id: 'a', name: 'A' },
  ]);
  expect(partyColumns([])).toEqual([]);
});
