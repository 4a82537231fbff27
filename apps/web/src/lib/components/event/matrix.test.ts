import type { Claim } from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { answersGiven } from './answers.ts';
import { detailOf, dossierOf } from './dossier.fixture.ts';
import { type ClaimMatrix, claimMatrix } from './matrix.ts';
import { readEvent } from './reading.ts';

const matrixOf = (name: string, change: (claims: Claim[]) => Claim[] = (claims) => claims): ClaimMatrix => {
  const dossier = dossierOf(name);
  const reading = readEvent(detailOf({ ...dossier, claims: change(dossier.claims) }));
  return claimMatrix(reading, answersGiven(reading));
};
const drawn = ({ rows }: ClaimMatrix): string[] =>
  rows.map(({ name, cells }) =>
    [
      name,
      ...cells.map((cell) => cell.map(({ stance, past }) => `${past ? 'earlier ' : ''}${stance}`).join('+') || '–'),
    ].join(' '),
  );

describe('21 November 2020', () => {
  const matrix = matrixOf('kabul-2020-11-21');

  test('claims run down the diagonal, the denial after its accusation', () => {
    expect(matrix.columns.map(({ name }) => name)).toEqual(['Islamic State', 'Taliban', 'United States']);
    expect(drawn(matrix)).toEqual([
      'Islamic State claims – –',
      'Ministry of Interior Affairs – accuses –',
      'Taliban – denies –',
      'Ministry of Foreign Affairs of Iran – – accuses',
    ]);
  });

  test('a cell counts independent origins and documents, and leads to what was said', () => {
    const cell = matrix.rows[2]?.cells[1]?.[0];
    expect(cell).toMatchObject({ when: '21 Nov 2020, in print by 14:34', origins: 7, documents: 9 });
    expect(cell?.carried).toHaveLength(9);
    expect(cell?.said[0]).toMatchObject({ paraphrase: expect.any(String) as string, passages: [expect.anything()] });
  });
});

test('a stance that was taken back stays, as an earlier one', () => {
  const matrix = matrixOf('kabul-2020-11-21', (claims) => {
    const denial = claims.find(({ id }) => id === 'islamtimes-afp/12');
    if (denial === undefined) throw new Error('no denial');
    const admission = {
      ...denial,
      id: 'islamtimes-afp/later',
      body: { kind: 'responsibility', stance: 'claims', actors: ['taliban'] },
    };
    const denials = claims
      .filter(({ body }) => body.kind === 'responsibility' && body.stance === 'denies')
      .map(({ id }) => id);
    return [...claims, { ...admission, relations: { supersedes: denials } } as Claim];
  });
  expect(drawn(matrix)).toContain('Taliban claims+earlier denies – –');
});

test('those who decline to say are listed, not drawn', () => {
  const matrix = matrixOf('kabul-2020-11-21', (claims) =>
    claims.slice(0, 1).map((claim) => ({ ...claim, body: { kind: 'responsibility', stance: 'declines', actors: [] } })),
  );
  expect(matrix.rows).toEqual([]);
  expect(matrix.abstentions.map(({ stance }) => stance)).toEqual(['declines']);
});
