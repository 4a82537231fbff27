import { createHash } from 'node:crypto';
import {
  type Assessment,
  assessmentHistory,
  canonicalJson,
  type Dossier,
  type EventSummary,
  RULES,
  summarise,
} from '@counterclaim/domain';

/** Rises when this package derives something else from the same records: keys, words, pieces, changes. */
const VERSION = 3;

const claim = (id: string, said: string, body: object, relations?: object) => ({
  id: `paper/${id}`,
  source: 'paper',
  about: ['rockets'],
  claimant: 'ministry',
  said,
  evidence: { excerpt: true },
  paraphrase: 'It spoke of rockets.',
  modality: 'asserted',
  body,
  ...(relations === undefined ? {} : { relations }),
});
const killed = (value: number): object => ({
  kind: 'casualties',
  outcome: 'killed',
  persons: 'all',
  quantity: { bound: 'exact', value },
});

/** A little of everything, so that what is made of it shows what the domain makes of events. */
const SAMPLE = {
  event: {
    id: 'rockets',
    title: 'Rockets',
    kind: 'attack',
    time: '2020-11-21',
    zone: 'Asia/Kabul',
    places: [{ place: 'town', role: 'struck' }],
  },
  claims: [
    claim('accuses', '2020-11-21', { kind: 'responsibility', stance: 'accuses', actors: ['group'] }),
    claim('five', '2020-11-21', killed(5)),
    claim('eight', '2020-11-22', killed(8), { supersedes: ['paper/five'] }),
  ],
  sources: [
    { id: 'paper', title: 'Rockets', publisher: 'press', published: '2020-11-23', language: 'en', kind: 'article' },
  ],
  actors: [
    { id: 'group', name: 'Group', kind: 'armed-group' },
    { id: 'ministry', name: 'Ministry', kind: 'ministry' },
    { id: 'press', name: 'Press', kind: 'publication' },
  ],
  places: [
    {
      id: 'town',
      name: 'Town',
      kind: 'settlement',
      geometry: { type: 'point', longitude: 69, latitude: 34 },
      precision: 'settlement',
    },
  ],
} as unknown as Dossier;

/**
 * Of what everything derived is made: the rules, and what the domain makes of a sample, so that another shape shows
 * even where no rule changed. When it changes, what a database holds is derived anew.
 */
export function derivationOf(dossier: Dossier = SAMPLE): string {
  const made = assessmentHistory(dossier).map(({ assessment }): [Assessment, EventSummary] => [
    assessment,
    summarise(dossier, assessment),
  ]);
  return createHash('sha256')
    .update(canonicalJson([VERSION, RULES, made]))
    .digest('hex')
    .slice(0, 16);
}
