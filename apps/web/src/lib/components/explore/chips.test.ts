import { expect, test } from 'vitest';
import { chipsOf } from './chips.ts';

test('each value of a list has its own chip, each range one, in words', () => {
  const chips = chipsOf(
    {
      q: 'rocket',
      actor: 'islamic-state~taliban',
      status: 'contested',
      date: '2020-11..2021-07',
      killed: '1..',
      injured: '..50',
    },
    { actor: { 'islamic-state': 'Islamic State' } },
  );
  expect(chips.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Words: rocket',
    'Actor named: Islamic State',
    'Actor named: Taliban',
    'Attribution: Contested',
    'Date: November 2020 to July 2021',
    'Killed: at least 1',
    'Injured: at most 50',
  ]);
  expect(chips[1]?.removed).toMatchObject({ actor: 'taliban', status: 'contested' });
  expect(chips[5]?.removed).not.toHaveProperty('killed');
});

test('what cannot be read is shown as it stands, so that it can be removed', () => {
  const chips = chipsOf({ status: 'nonsense', killed: 'many..', date: '2020-13..' }, {});
  expect(chips.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Attribution: Nonsense',
    'Date: from 2020-13',
    'Killed: at least many',
  ]);
});
