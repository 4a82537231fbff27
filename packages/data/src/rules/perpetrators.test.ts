import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { perpetrators } from './perpetrators.ts';

const check = (persons: string) =>
  found(perpetrators, {
    'sources/s.yml': sourceWith(`slug: a\nbody: { persons: ${persons}, includesPerpetrators: true }`),
  });

describe('perpetrators', () => {
  it('refuses a count of perpetrators that includes them', () => {
    expect(check('perpetrators')).toEqual([
      'sources/s.yml:4:36 a count of perpetrators says that it includes them; take includesPerpetrators away, or correct persons',
    ]);
  });

  it('accepts a count of others that includes them', () => {
    expect(check('all')).toEqual([]);
  });
});
