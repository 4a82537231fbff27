import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { passage } from './passage.ts';

const at = (position: string) =>
  found(passage, { 'sources/s.yml': sourceWith(`slug: a\nevidence:\n  passages:\n    - ${position}`) });

describe('passage', () => {
  it('refuses an end before or at the start', () => {
    expect(at('{ paragraph: 1, start: 5, end: 4 }')).toEqual([
      'sources/s.yml:6:42 the passage ends at 4, where or before it starts at 5; take the position from counterclaim passage: end is the code point after the last',
    ]);
    expect(at('{ paragraph: 1, start: 5, end: 5 }')).toHaveLength(1);
  });

  it('refuses a paragraph 0 and a start below 0', () => {
    expect(at('{ paragraph: 0, start: -1, end: 5 }').map((line) => line.split('; ')[1])).toEqual([
      'count paragraphs from 1',
      'count code points from 0',
    ]);
  });

  it('accepts a passage', () => {
    expect(at('{ paragraph: 1, start: 0, end: 1 }')).toEqual([]);
  });
});
