import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { saidBeforePublished } from './said-before-published.ts';

const printed = (published: string, said: string) =>
  found(saidBeforePublished, {
    'events/e.yml': 'zone: Asia/Kabul',
    'sources/s.yml': `published: '${published}'\n${sourceWith(`slug: a\nabout: [e]\nsaid: '${said}'`)}`,
  });

describe('said-before-published', () => {
  it('refuses what was said after the document was out', () => {
    expect(printed('2020-01-02', '2020-01-03')).toEqual([
      'sources/s.yml:6:11 said 2020-01-03 in a document of 2020-01-02; correct one of the two, and of a page that was written on, give the interval as published: 2020-01-02/2020-01-03',
    ]);
    // A day of the event ends where that day ends in its zone.
    expect(printed('2020-01-02', '2020-01-02T23:30+01:00')).toHaveLength(1);
  });

  it('accepts what may have been said before', () => {
    expect(printed('2020-01-02', '2020-01-02')).toEqual([]);
    expect(printed('2020-01', '2020-01-31')).toEqual([]);
    expect(printed('2020-01-02/2020-01-03', '2020-01-03')).toEqual([]);
    expect(printed('2020-13-02', '2020-01-03')).toEqual([]);
  });
});
