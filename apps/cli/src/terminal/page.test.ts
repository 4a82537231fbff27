import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Page } from './page.ts';

const page = (columns: number, colour = false): Page => new Page({ columns, colour });

describe('Page', () => {
  it('breaks lines at spaces, and hangs the further ones', () => {
    expect(page(40).add('one two three four five six seven eight nine ten', 2).text).toBe(
      '  one two three four five six seven\n      eight nine ten\n',
    );
  });

  it('leaves a word whole that is longer than a line, so that it can be copied', () => {
    const id = 'a-source-with-a-very-long-name-2020-11-21/and-a-claim';
    expect(page(40).add(`see ${id} there`).text).toBe(`see\n    ${id}\n    there\n`);
  });

  it('sets two texts at the ends of a line, and one below the other where there is no room', () => {
    expect(page(40).addEnds('left', 'right', 2).text).toBe(`  left${' '.repeat(29)}right\n`);
    expect(page(40).addEnds('left '.repeat(7).trim(), 'right').text).toBe(
      'left left left left left left left\n    right\n',
    );
  });

  it('is no wider than reads well, nor narrower than makes sense', () => {
    const text = 'word '.repeat(100).trim();
    const widest = (columns: number): number =>
      Math.max(
        ...page(columns)
          .add(text)
          .text.split('\n')
          .map((line) => line.length),
      );
    expect(widest(500)).toBeLessThanOrEqual(100);
    expect(widest(500)).toBeGreaterThan(90);
    expect(widest(1)).toBeGreaterThan(30);
  });

  it('has no empty line at its ends, nor two together', () => {
    expect(page(80).gap().add('a').gap().gap().add('b').gap().text).toBe('a\n\nb\n');
  });

  it('says the same with colours and without', () => {
    const tell = (told: Page): string =>
      told.add(`${told.paint(['bold', 'red'], 'disputed and much else')} ${'word '.repeat(20)}`).text;
    const coloured = tell(page(40, true));
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(tell(page(40)));
  });
});
