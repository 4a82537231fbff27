import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { responsibility } from './responsibility.ts';

const check = (claimant: string, stance: string, actors: string) =>
  found(responsibility, {
    'actors/front.yml': 'kind: armed-group',
    'actors/branch.yml': 'kind: armed-group\npartOf: front',
    'actors/ministry.yml': 'kind: ministry',
    'sources/s.yml': sourceWith(
      `slug: a\nclaimant: ${claimant}\nbody: { kind: responsibility, stance: ${stance}, actors: ${actors} }`,
    ),
  });

describe('responsibility', () => {
  it('wants somebody, unless nobody claimed it', () => {
    expect(check('ministry', 'accuses', '[]')).toEqual([
      'sources/s.yml:5:52 "accuses" names nobody; name whom it is about in actors, or write unknown',
    ]);
    expect(check('ministry', 'accuses', '[unknown]')).toEqual([]);
    expect(check('ministry', 'none-claimed', '[]')).toEqual([]);
    expect(check('ministry', 'none-claimed', '[front]')).toHaveLength(1);
  });

  it('lets one claim and deny only for one’s own side', () => {
    expect(check('ministry', 'denies', '[front]')).toEqual([
      'sources/s.yml:5:43 ministry denies what front did, which is another side; write exonerates where one says that another did not do it, or correct actors',
    ]);
    expect(check('ministry', 'claims', '[front]')).toHaveLength(1);
    expect(check('ministry', 'exonerates', '[front]')).toEqual([]);
    expect(check('branch', 'denies', '[front]')).toEqual([]);
    expect(check('{ unnamed: a commander, of: branch }', 'claims', '[front]')).toEqual([]);
    expect(check('{ unnamed: a recording }', 'claims', '[front]')).toEqual([]);
  });
});
