import { expect, it } from 'vitest';
import { evidenceYaml } from './evidence-yaml.ts';

it('writes the block as a record holds it', () => {
  expect(evidenceYaml([{ paragraph: 2, start: 1, end: 4, sha256: 'ab' }])).toBe(
    'evidence:\n  passages:\n    - paragraph: 2\n      start: 1\n      end: 4\n      sha256: ab\n',
  );
});
