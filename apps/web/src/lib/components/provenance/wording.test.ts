import { assess } from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { dossierOf } from '../event/dossier.fixture.ts';
import { provenanceOf, type WordedPosition } from './wording.ts';

const dossier = dossierOf('kabul-2020-11-21');
const provenance = provenanceOf(dossier, assess(dossier));
const title = ({ owner, stances, about }: WordedPosition): string => [owner, ...stances, about ?? ''].join(' ').trim();

describe('who did it, of 21 November 2020', () => {
  const positions = provenance.shown.flatMap((question) => question.positions);

  test('comes first, each position with the number of its origins', () => {
    expect(provenance.shown.map(({ heading }) => heading)).toEqual(provenance.shown.map(() => null));
    expect(positions.map((position) => `${title(position)}: ${position.origins} ${position.originsWord}`)).toEqual(
      expect.arrayContaining([
        'Islamic State claims: 4 independent origins',
        'Taliban denies: 7 independent origins',
        'Ministry of Interior Affairs accuses Taliban: 4 independent origins',
      ]),
    );
  });

  test('a wire carries its papers, and each leads to its claim', () => {
    const claimed = positions.find(({ stances }) => stances.includes('claims'));
    const [first] = claimed?.answers[0]?.origins ?? [];
    expect(first?.name).toBe('AFP');
    expect(first?.next.length).toBeGreaterThan(2);
    expect(first?.next[0]?.documents[0]?.href).toMatch(/^\/claims\/[a-z0-9-]+\/[a-z0-9-]+$/);
  });
});

test('the other questions stand behind one line, in words', () => {
  expect(provenance.restSummary).toMatch(/^How \d+ other positions travelled, on \d+ questions$/);
  expect(provenance.rest.map(({ heading }) => heading)).toContain('Killed, all victims');
  const unsettled = provenance.rest.flatMap(({ positions }) => positions).find(({ answers }) => answers.length > 1);
  expect(unsettled?.about).toMatch(/ or /);
  expect(unsettled?.answers.every(({ words }) => words !== null)).toBe(true);
});

test('where nothing is known there is nothing to show', () => {
  expect(provenanceOf(dossier, assess(dossier, { asOf: 0 }))).toEqual({ shown: [], rest: [], restSummary: null });
});
