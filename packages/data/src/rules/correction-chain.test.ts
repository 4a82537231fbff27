import { describe, expect, it } from 'vitest';
import { found, releaseOf, tolls } from '../testing/records.ts';
import { correctionChain } from './correction-chain.ts';

const list = (...corrections: string[]) => `corrections:\n${corrections.map((each) => `  - { ${each} }\n`).join('')}`;
const told = (field: string, was: string, now: string, date = '2020-04-01') =>
  `date: '${date}', field: ${field}, was: ${was}, now: ${now}, reason: R`;
const value = (was: number, now: number, date?: string) => told('body.quantity.value', `${was}`, `${now}`, date);

const world = (claim: readonly [string, number, string?]) => ({ 'sources/s.yml': tolls(claim) });
const now = (...corrections: string[]) =>
  found(correctionChain, world(['toll', 8, list(...corrections)])).map((problem) => problem.replace(/^\S+ /, ''));
const since = (before: string, ...corrections: string[]) =>
  found(
    correctionChain,
    world(['toll', 8, corrections.length === 0 ? '' : list(...corrections)]),
    releaseOf(world(['toll', 7, before])),
  ).map((problem) => problem.replace(/^\S+ /, ''));

describe('correction-chain', () => {
  it('accepts corrections that lead from one to the next, to what stands', () => {
    expect(now(value(6, 7), value(7, 8))).toEqual([]);
    expect(now(value(6, 7), told('said', 'null', "'2020'"), told('said', "'2020'", 'null'), value(7, 8))).toEqual([]);
    expect(now(told('body.quantity', '{ bound: about, value: 5 }', '{ bound: exact, value: 7 }'), value(7, 8))).toEqual(
      [],
    );
    expect(now(told('modality', 'initial', 'asserted'))).toEqual([]);
    expect(now(told('relations.repeats', 's/other', 'null'))).toEqual([]);
  });

  it('refuses one that ends with what does not stand', () => {
    expect(found(correctionChain, world(['toll', 8, list(value(6, 7))]))).toEqual([
      'sources/s.yml:18:72 body.quantity.value is 8 in the record, and 7 by its last correction; correct the record, or now, or add a correction of body.quantity.value with was: 7, now: 8',
    ]);
    expect(now(told('said', 'null', "'2020'"))).toEqual([
      'said is nothing in the record, and "2020" by its last correction; correct the record, or now, or add a correction of said with was: "2020", now: null',
    ]);
  });

  it('tells a break in the chain once, where it is', () => {
    expect(now(value(5, 6), value(6, 7))).toEqual([
      expect.stringContaining('body.quantity.value is 8 in the record, and 7 by its last correction'),
    ]);
    expect(since('', value(7, 9))).toEqual([
      expect.stringContaining('body.quantity.value is 8 in the record, and 9 by its last correction'),
    ]);
  });

  it('refuses one that does not begin where the last ended', () => {
    expect(now(value(5, 6), value(7, 8))).toEqual([
      'body.quantity.value is 6 by this correction, and was 7 by the next; give both the same value',
    ]);
    expect(
      now(told('body.quantity', '{ bound: about, value: 5 }', '{ bound: about, value: 7 }'), value(7, 8)),
    ).toHaveLength(1);
  });

  it('follows an id that was redirected after it was written', () => {
    const redirect = (type: string, from: string, to: string) =>
      `  - { type: ${type}, from: ${from}, to: ${to}, date: '2020-04-02', reason: R }\n`;
    const files = world(['toll', 8, list(told('claimant', 'office', 'moi'), told('relations.repeats', 'null', 'r/x'))]);
    const source = files['sources/s.yml'].replace('about: [e]', 'about: [e]\n    relations: { repeats: q/x }');
    const renamed = { 'sources/s.yml': source };
    const redirects = (...lines: string[]) => ({ 'redirects.yml': `redirects:\n${lines.join('')}` });
    expect(found(correctionChain, renamed)).toHaveLength(2);
    const led = redirects(redirect('actor', 'moi', 'ministry'), redirect('source', 'r', 'q'));
    expect(found(correctionChain, { ...renamed, ...led })).toEqual([]);
    const astray = redirects(redirect('actor', 'moi', 'police'), redirect('source', 'r', 'p'));
    expect(found(correctionChain, { ...renamed, ...astray })).toHaveLength(2);
  });

  it('asks for the whole list where an item is taken from its midst', () => {
    expect(now(told('about.0', 'other', 'null'))).toEqual([
      'about.0 is "e" in the record, and nothing by its last correction; correct the whole list: field: about',
    ]);
  });

  it('wants the first correction since a release to begin with what was released', () => {
    expect(since('', value(7, 8))).toEqual([]);
    expect(since('', value(7, 9), value(9, 8))).toEqual([]);
    expect(since('', value(6, 8))).toEqual([
      'body.quantity.value was never 6: release 2020.1 has 7; write was: 7, or take the correction away where nothing else was published',
    ]);
    expect(since('', value(7, 8), told('hedge', 'about', 'null'))).toEqual([
      'hedge was never "about": release 2020.1 has nothing; write was: null, or take the correction away where nothing else was published',
    ]);
  });

  it('does not ask that of corrections that were released', () => {
    const released = value(6, 7, '2020-02-01');
    expect(since(list(released), released, value(7, 8))).toEqual([]);
  });

  it('leaves one that was altered since its release to silent-edit', () => {
    const released = value(6, 7, '2020-02-01');
    expect(since(list(released), released.replace('reason: R', 'reason: S'), value(7, 8))).toEqual([]);
  });

  it('wants a day that is not before the release, which is without the correction', () => {
    expect(since('', value(7, 8, '2020-03-31'))).toEqual([]);
    expect(since('', value(7, 8, '2020-03-30'))).toEqual([
      'release 2020.1 of 2020-03-31 is without this correction of 2020-03-30; write the day on which it was made: that of the release, or a later one',
    ]);
  });

  it('leaves alone what is wrong by itself', () => {
    expect(now(told('body.quantity.valeu', '6', '7'), told('paraphrase', 'null', 'x'))).toEqual([]);
  });
});
