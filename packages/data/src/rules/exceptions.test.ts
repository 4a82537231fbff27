import { describe, expect, it } from 'vitest';
import { found, releaseOf, tolls } from '../testing/records.ts';
import { exceptions } from './exceptions.ts';

const broken = tolls(['toll', 7], ['other', 3]).replace('gave 7', 'gave some');
const exception = (record: string, rule = 'paraphrase-number') =>
  `  - { rule: ${rule}, record: ${record}, reason: R }\n`;
const world = (most: number | null, ...lines: string[]) => ({
  'sources/s.yml': broken,
  ...(lines.length === 0 ? {} : { 'exceptions.yml': `exceptions:\n${lines.join('')}` }),
  ...(most === null ? {} : { 'assertions.yml': `exceptions: { most: ${most} }\n` }),
});

describe('exceptions', () => {
  it('accepts one that is needed, and that is counted', () => {
    expect(found(exceptions, world(1, exception('claims/s/toll')))).toEqual([]);
    expect(found(exceptions, world(0))).toEqual([]);
    expect(found(exceptions, world(null))).toEqual([]);
  });

  it('refuses one that excuses nothing', () => {
    expect(found(exceptions, world(1, exception('claims/s/other')))).toEqual([
      'exceptions.yml:2:5 claims/s/other keeps paraphrase-number; take the exception away: the list may only shrink',
    ]);
  });

  it('refuses one of a record or a rule that is none, or that nothing may break', () => {
    expect(found(exceptions, world(1, exception('claims/s/tol')))).toEqual([
      'exceptions.yml:2:40 there is no record "claims/s/tol"; write claims/s/toll, or take the exception away',
    ]);
    expect(found(exceptions, world(1, exception('claims/s/toll', 'paraphrase-numbers')))).toEqual([
      'exceptions.yml:2:13 "paraphrase-numbers" is no rule that may be broken; write paraphrase-number, or keep the rule',
    ]);
    expect(found(exceptions, world(1, exception('claims/s/toll', 'shape')))[0]).toContain(
      '"shape" is no rule that may be broken; write in-office, ',
    );
  });

  it('refuses one that stands twice', () => {
    expect(found(exceptions, world(2, exception('claims/s/toll'), exception('claims/s/toll')))).toEqual([
      'exceptions.yml:3:5 the exception of claims/s/toll from paraphrase-number stands in line 2; keep one of the two',
    ]);
  });

  it('holds their number to what is allowed, and that down to their number', () => {
    expect(found(exceptions, world(0, exception('claims/s/toll')))).toEqual([
      'assertions.yml:1:21 1 exceptions, where at most 0 are allowed; correct the records: the list may only shrink',
    ]);
    expect(found(exceptions, world(2, exception('claims/s/toll')))).toEqual([
      'assertions.yml:1:21 only 1 exceptions, where 2 are allowed; write most: 1: the list may only shrink',
    ]);
    expect(found(exceptions, world(null, exception('claims/s/toll')))).toEqual([
      'exceptions.yml:1:1 nothing says that 1 exceptions are enough; write exceptions: { most: 1 } into assertions.yml',
    ]);
  });

  it('lets no record break a rule that it kept when it was released, and no new one', () => {
    const excused = world(1, exception('claims/s/toll'));
    expect(found(exceptions, excused, releaseOf({ 'sources/s.yml': broken }))).toEqual([]);
    const problem = [
      'exceptions.yml:2:5 in release 2020.1 claims/s/toll did not break paraphrase-number; correct the record: the list may only shrink',
    ];
    expect(found(exceptions, excused, releaseOf({ 'sources/s.yml': tolls(['toll', 7]) }))).toEqual(problem);
    expect(found(exceptions, excused, releaseOf({}))).toEqual(problem);
  });
});
