import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { paraphraseNumber } from './paraphrase-number.ts';

const inClaim = (paraphrase: string, quantity: string) =>
  found(paraphraseNumber, {
    'sources/s.yml': sourceWith(`slug: a\nparaphrase: ${paraphrase}\nbody: { quantity: ${quantity} }`),
  });

describe('paraphrase-number', () => {
  it('refuses a number of which the paraphrase does not speak', () => {
    expect(inClaim('The ministry gave eight killed.', '{ bound: exact, value: 9 }')).toEqual([
      'sources/s.yml:5:46 the paraphrase does not speak of 9, but of 8; correct the number or the paraphrase: a sum or difference of ours is no claim',
    ]);
    expect(inClaim('Some were killed.', '{ bound: between, min: 2, max: 3 }')).toHaveLength(2);
  });

  it('accepts numbers in digits and in words, and quantities without any', () => {
    expect(inClaim('The ministry gave 23 rockets.', '{ bound: exact, value: 23 }')).toEqual([]);
    expect(inClaim('The ministry gave about two dozen.', '{ bound: about, value: 24 }')).toEqual([]);
    expect(inClaim('A rocket was found.', '{ bound: exact, value: 1 }')).toEqual([]);
    expect(inClaim('Some were killed.', '{ bound: unquantified }')).toEqual([]);
    expect(inClaim('Nobody was killed.', '{ bound: none, value: 0 }')).toEqual([]);
  });

  it('lets a record break it for a reason', () => {
    const files = {
      'sources/s.yml': sourceWith('slug: a\nparaphrase: Some.\nbody: { quantity: { bound: exact, value: 9 } }'),
    };
    const exception = (record: string) => `exceptions: [{ rule: paraphrase-number, record: ${record}, reason: R }]`;
    expect(found(paraphraseNumber, { ...files, 'exceptions.yml': exception('claims/s/a') })).toEqual([]);
    expect(found(paraphraseNumber, { ...files, 'exceptions.yml': exception('claims/s/b') })).toHaveLength(1);
    expect(found(paraphraseNumber, { ...files, 'exceptions.yml': exception('sources/s') })).toHaveLength(1);
  });
});
