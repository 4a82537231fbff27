import { expect, test } from 'vitest';
import { detailOf, dossierOf, historyOf } from '#lib/components/event/dossier.fixture.ts';
import { caseChanges, workedCase } from './worked-case.ts';

test('the rockets of November 2020: who is named, by whom, and the numbers that stand', () => {
  const worked = workedCase(detailOf(dossierOf('kabul-2020-11-21')));
  expect(worked.status).toBe('contested');
  const lines = worked.parties.map(({ name, lines }) => [name, lines.map(({ stance }) => stance)]);
  expect(lines.slice(0, 2)).toEqual([
    ['Islamic State', ['claims']],
    ['Taliban', ['accuses', 'denies']],
  ]);
  expect(worked.parties[0]?.lines[0]).not.toHaveProperty('by');
  expect(worked.parties[1]?.lines[0]?.by).toContain('Ministry of Interior Affairs');
  expect(worked.ranges.slice(0, 2)).toEqual([
    { name: 'Killed', range: { low: 8, high: 10, open: false } },
    { name: 'Injured', range: { low: 31, high: 51, open: false } },
  ]);
  expect(worked.badges).toContain('toll revised');
});

test('the rockets of July 2021: a zero is no gap', () => {
  const worked = workedCase(detailOf(dossierOf('kabul-2021-07-20')));
  expect(worked.ranges[0]?.range).toEqual({ low: 0, high: 0, open: false });
  expect(worked.remark).toMatch(/^The Ministry of Interior Affairs .*nobody was hurt: a zero, not a gap\.$/);
});

test('changes come latest first, each with the as-of that shows it', () => {
  const dossier = dossierOf('kabul-2020-11-21');
  const changes = caseChanges(detailOf(dossier), historyOf(dossier));
  expect(changes.length).toBeGreaterThan(2);
  const moments = changes.map(({ asOf }) => asOf);
  expect(moments).toEqual([...moments].sort().reverse());
  expect(changes.every(({ changes: what }) => what.length > 0)).toBe(true);
});
