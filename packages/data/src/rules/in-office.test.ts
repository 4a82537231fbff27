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

  const under = (claimant: string, said: string) =>
    found(inOffice, {
      'actors/republic.yml': "kind: state\nuntil: '2021-08-15'\n",
      'actors/ministry.yml': 'kind: ministry\npartOf: republic\n',
      'actors/minister.yml': "kind: office-holder\npartOf: ministry\nuntil: '2021-08-15'\n",
      'sources/s.yml': sourceWith(`slug: a\nclaimant: ${claimant}\nsaid: '${said}'`),
    });

  it('asks for whom somebody unnamed speaks', () => {
    expect(under('{ unnamed: an official, of: republic }', '2021-08-27')).toEqual([
      'sources/s.yml:4:43 "republic" was there until 2021-08-15, and this was said 2021-08-27; name who held it then, or correct the dates',
    ]);
    expect(under('{ unnamed: an official, of: republic }', '2021-08-15')).toEqual([]);
    expect(under('{ unnamed: an official }', '2021-08-27')).toEqual([]);
  });

  it('asks the bodies above, and tells the nearest alone', () => {
    expect(under('{ unnamed: a source, of: ministry }', '2021-08-27')).toEqual([
      'sources/s.yml:4:40 "republic", of which "ministry" is part, was there until 2021-08-15, and this was said 2021-08-27; name whose word it was then, or correct the dates',
    ]);
    expect(under('minister', '2021-08-27')).toEqual([expect.stringContaining('"minister" held the office until')]);
  });
});
