import { describe, expect, test } from 'vitest';
import { detailOf, dossierOf, historyOf } from './dossier.fixture.ts';
import { eventHistory, instantLabel } from './history.ts';
import { readEvent } from './reading.ts';

const historyFrom = (name: string, asOf?: string) => {
  const dossier = dossierOf(name);
  return eventHistory(readEvent(detailOf(dossier, asOf)), historyOf(dossier));
};

describe('21 November 2020', () => {
  const history = historyFrom('kabul-2020-11-21');

  test('every moment says what changed, who said it, and what then stood', () => {
    expect(history.columns.map(({ name, highest }) => [name, highest])).toEqual([
      ['Killed', 10],
      ['Injured', 51],
      ['Rockets fired', 28],
    ]);
    const taliban = history.rows.find(({ changes }) => changes.includes('The Taliban denies it'));
    expect(taliban).toMatchObject({ asOf: '2020-11-21T10:05Z', label: '21 Nov 2020, 14:35', status: 'unclaimed' });
    const next = history.rows.find(({ label }) => label === 'end of 22 Nov 2020');
    expect(next?.changes).toEqual([
      'Kabul Police: 8 killed, before 3',
      'The First Vice President: 10 killed',
      'The First Vice President: 51 injured',
      'Injured: disputed from here on',
    ]);
    expect(next?.ranges.map(({ words }) => words)).toEqual(['8–10', '31–51', '23–28']);
    expect(next?.pending).toBe(31);
  });

  test('oldest first, and nothing that changed no words', () => {
    const moments = history.rows.map(({ asOf }) => asOf);
    expect(moments).toEqual([...moments].sort((a, b) => (a ?? '9').localeCompare(b ?? '9')));
    expect(history.rows.every(({ changes }) => changes.length > 0)).toBe(true);
  });

  test('the present comes last, where undated statements change it', () => {
    expect(history.rows.at(-1)).toMatchObject({ asOf: null, changes: ['Kabul Police: more than 30 injured'] });
    expect(historyFrom('kabul-2020-11-21', '2020-11-22T00:00Z').rows.at(-1)?.asOf).not.toBeNull();
  });

  test('one sentence on the killed', () => {
    expect(history.summary).toBe(
      'The number of killed first stood at 5 (21 Nov 2020, 11:21), and has stood at 8–10 since the end of 22 Nov 2020.',
    );
  });
});

test('as of a date, later moments stay for the picker and are told apart', () => {
  const history = historyFrom('kabul-2020-11-21', '2020-11-21T10:00Z');
  expect(history.rows.map(({ label, later }) => [label, later])).toContainEqual(['21 Nov 2020, 12:11', false]);
  expect(history.rows.map(({ label, later }) => [label, later])).toContainEqual(['21 Nov 2020, 14:35', true]);
  expect(history.summary).toBe(
    'The number of killed first stood at 5 (21 Nov 2020, 11:21), and has stood at 5–8 since 21 Nov 2020, 12:11.',
  );
});

test('without numbers or with one piece the sentence says less', () => {
  expect(historyFrom('kabul-2021-07-20').summary).toBe(
    'The number of killed has stood at 0 none since the end of 20 Jul 2021.',
  );
  const dossier = dossierOf('kabul-2020-11-21');
  const claims = dossier.claims.filter(({ id }) => id === 'rferl/123');
  const undated = { ...dossier, claims };
  expect(eventHistory(readEvent(detailOf(undated)), historyOf(undated)).summary).toBe('Nothing dated is known yet.');
});

test('who fought is told where nothing else decides what attribution is called', () => {
  const dossier = dossierOf('kabul-2021-08-29');
  const some = (...kinds: string[]) => {
    const kept = { ...dossier, claims: dossier.claims.filter(({ body }) => kinds.includes(body.kind)) };
    return eventHistory(readEvent(detailOf(kept)), historyOf(kept)).rows;
  };
  const told = 'UCDP GED says who fought, and names no author';
  expect(some('casualties', 'parties').find(({ status }) => status === 'parties-only')?.changes).toContain(told);
  expect(some('responsibility', 'casualties', 'parties').flatMap(({ changes }) => changes)).not.toContain(told);
});

test('midnight is the end of a day', () => {
  expect(instantLabel('2020-11-21T19:30Z', 'Asia/Kabul')).toBe('end of 21 Nov 2020');
  expect(instantLabel('2020-11-21T07:41Z', 'Asia/Kabul')).toBe('21 Nov 2020, 12:11');
});
