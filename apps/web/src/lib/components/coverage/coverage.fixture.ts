import type { Coverage } from '@counterclaim/api/client';
import type { EventId } from '@counterclaim/domain';

const stretch = (from: number, to: number | null, events: number) => ({ from, to, events });

/** A small coverage with something of everything: three events, twelve claims, five documents. */
export const coverage: Coverage = {
  events: {
    total: 3,
    attributionContested: 1,
    disputed: 2,
    contested: 2,
    withKilled: 2,
    withInjured: 1,
    withoutToll: 1,
    byKind: [
      { value: 'attack', count: 2, contested: 2, withoutToll: 0 },
      { value: 'talks', count: 1, contested: 0, withoutToll: 1 },
    ],
    byStatus: { contested: 1, unclaimed: 1, claimed: 1 },
    months: [
      { month: '2020-11', events: 2, contested: 1, byStatus: { contested: 1, unclaimed: 1 } },
      { month: '2021-07', events: 1, contested: 1, byStatus: { claimed: 1 } },
    ],
    gaps: [{ from: '2020-12', to: '2021-06', months: 7 }],
    claims: {
      fewest: 1,
      median: 2,
      most: 9,
      perEvent: [
        stretch(0, 0, 0),
        stretch(1, 1, 1),
        stretch(2, 5, 1),
        stretch(6, 10, 1),
        stretch(11, 20, 0),
        stretch(21, 50, 0),
        stretch(51, 100, 0),
        stretch(101, null, 0),
      ],
    },
    largest: [
      { id: 'rockets' as EventId, title: 'Rockets', claims: 9, verifiable: 3 },
      { id: 'bomb' as EventId, title: 'Bomb', claims: 2, verifiable: 0 },
      { id: 'talks' as EventId, title: 'Talks', claims: 1, verifiable: 1 },
    ],
  },
  claims: {
    total: 12,
    verifiable: 4,
    said: 5,
    undated: 1,
    byKind: [
      { value: 'casualties', count: 8 },
      { value: 'responsibility', count: 4 },
    ],
  },
  sources: {
    total: 5,
    published: 4,
    url: 5,
    textDigest: 1,
    publishers: {
      values: 130,
      items: [
        { value: 'dawn', label: 'Dawn', count: 2 },
        ...Array.from({ length: 15 }, (_, n) => ({ value: `paper-${n}`, label: `Paper ${n}`, count: 1 })),
      ],
    },
    wires: { values: 1, items: [{ value: 'afp', label: 'Agence France-Presse', count: 3 }] },
    languages: {
      values: 2,
      items: [
        { value: 'en', count: 4 },
        { value: 'fa', count: 1 },
      ],
    },
    byKind: [
      { value: 'article', count: 4 },
      { value: 'wire-report', count: 1 },
    ],
  },
};

/** A ledger that holds nothing. */
export const nothing: Coverage = {
  events: {
    total: 0,
    attributionContested: 0,
    disputed: 0,
    contested: 0,
    withKilled: 0,
    withInjured: 0,
    withoutToll: 0,
    byKind: [],
    byStatus: {},
    months: [],
    gaps: [],
    claims: {
      fewest: 0,
      median: 0,
      most: 0,
      perEvent: coverage.events.claims.perEvent.map((each) => ({ ...each, events: 0 })),
    },
    largest: [],
  },
  claims: { total: 0, verifiable: 0, said: 0, undated: 0, byKind: [] },
  sources: {
    total: 0,
    published: 0,
    url: 0,
    textDigest: 0,
    publishers: { values: 0, items: [] },
    wires: { values: 0, items: [] },
    languages: { values: 0, items: [] },
    byKind: [],
  },
};
