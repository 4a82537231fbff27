import { describe, expect, it } from 'vitest';
import { found, tolls } from '../testing/records.ts';
import { correction } from './correction.ts';

const inClaim = (...corrections: string[]) =>
  found(correction, {
    'sources/s.yml': tolls(['toll', 8, `corrections:\n${corrections.map((each) => `  - { ${each} }\n`).join('')}`]),
  }).map((problem) => problem.replace(/^\S+ /, ''));
const told = (field: string, was: string, now: string, date = '2020-01-05') =>
  `date: '${date}', field: ${field}, was: ${was}, now: ${now}, reason: R`;

describe('correction', () => {
  it('accepts any value that a record could have had', () => {
    expect(
      inClaim(
        told('body.quantity.value', '7', '8'),
        told('body.quantity', '{ bound: between, min: 1, max: 9 }', '{ bound: exact, value: 8 }'),
        told('said', 'null', '2020-01-02'),
        told('relations.repeats', 's/other', 'null'),
        told('about.1', 'other-event', 'null'),
        told('claimant', '{ unnamed: an officer, of: ministry }', 'ministry'),
      ),
    ).toEqual([]);
  });

  it('stands where the field, the value or the day stands', () => {
    const file = { 'sources/s.yml': tolls(['toll', 8, `corrections:\n  - { ${told('sayd', 'null', 'null')} }`]) };
    expect(found(correction, file)[0]).toMatch(/^sources\/s\.yml:18:38 /);
  });

  it('suggests the field that was meant', () => {
    expect(inClaim(told('body.quantity.valeu', '7', '8'))).toEqual([
      'a claim has no field "body.quantity.valeu"; write body.quantity.value',
    ]);
    expect(inClaim(told('bdy.quantity.value', '7', '8'))).toEqual([
      'a claim has no field "bdy.quantity.value"; write body.quantity.value',
    ]);
    expect(inClaim(told('toll', '7', '8'))).toEqual([
      expect.stringContaining('a claim has no field "toll"; write one of about, claimant, '),
    ]);
  });

  it('refuses ids, slugs, and what tells of the past', () => {
    expect(
      inClaim(
        told('slug', 'a', 'toll'),
        told('corrections', '[x]', 'null'),
        told('retracted', '{ reason: R }', 'null'),
      ),
    ).toEqual([
      'a slug is part of the claim’s id, which is never corrected; lead the old id to the new one in redirects.yml',
      'what was corrected is not corrected; correct the value again, with one more correction of its field',
      'a retraction is not corrected; code the record anew under another id',
    ]);
    const source = `corrections:\n  - { ${told('claims.0.said', 'null', '2020')} }\n  - { ${told('id', 'a', 's')} }\n`;
    expect(found(correction, { 'sources/s.yml': `${source}${tolls()}` })).toEqual([
      'sources/s.yml:2:34 claims tell their own corrections; write it in the claim',
      'sources/s.yml:3:34 an id is never corrected; lead the old id to the new one in redirects.yml',
    ]);
  });

  it('refuses values that the field never has', () => {
    expect(inClaim(told('body.outcome', 'dead', 'killed'))).toEqual([
      'was is "dead", which body.outcome never is (it is killed, injured, killed-or-injured, missing or detained); write the value that stood there',
    ]);
    expect(inClaim(told('body.quantity.value', "'7'", '8'))[0]).toMatch(
      /^was is "7", which body\.quantity\.value never is/,
    );
    expect(inClaim(told('paraphrase', 'null', 'It was said.'))).toEqual([
      'was is null, and a claim is never without paraphrase; write the value that stood there',
    ]);
    expect(inClaim(told('said', "'2020'", '{}'))[0]).toMatch(/^now is \{\}, which said never is/);
  });

  it('refuses a change that is none', () => {
    expect(inClaim(told('via', '[a, b]', '[a, b]'))).toEqual([
      'was and now are both ["a","b"]; write what stood before and what stands since, or take the correction away',
    ]);
  });

  it('wants days in order', () => {
    expect(
      inClaim(told('hedge', 'a', 'b', '2020-01-06'), told('hedge', 'b', 'c', '2020-01-05'), told('hedge', 'c', 'd')),
    ).toEqual([
      '2020-01-05 comes after 2020-01-06 in the list; put corrections in the order of their days, oldest first',
    ]);
  });
});
