import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { inOffice } from './in-office.ts';

const saying = (term: string, said: string) =>
  found(inOffice, {
    'actors/minister.yml': `kind: office-holder\n${term}\n`,
    'sources/s.yml': sourceWith(`slug: a\nclaimant: minister\nsaid: '${said}'`),
  });

describe('in-office', () => {
  it('refuses what was said before or after the term', () => {
    expect(saying("from: '2020-03'", '2020-02-29')).toEqual([
      'sources/s.yml:4:15 "minister" held the office from 2020-03, and this was said 2020-02-29; name who held it then, or correct the dates',
    ]);
    expect(saying("until: '2020'", '2021-01-01')).toEqual([expect.stringContaining('held the office until 2020')]);
  });

  it('accepts what may have been said within it', () => {
    expect(saying("from: '2020-03'\nuntil: '2020-05'", '2020-03-01')).toEqual([]);
    expect(saying("from: '2020-03'\nuntil: '2020-05'", '2020')).toEqual([]);
    expect(saying('', '2020-02-29')).toEqual([]);
  });
});
