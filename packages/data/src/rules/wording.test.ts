import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { LOADED_WORDS } from './loaded-words.ts';
import { wording } from './wording.ts';

/** The words refused in a paraphrase. */
const refused = (paraphrase: string) =>
  found(wording, { 'sources/s.yml': sourceWith(`slug: a\nparaphrase: >-\n  ${paraphrase}`) }).map(
    (line) => /"(.*?)"/.exec(line)?.[1],
  );

describe('wording', () => {
  it('points at the word, and says what to write and why', () => {
    expect(found(wording, { 'events/e.yml': 'title: Attack by terrorists' })).toEqual([
      'events/e.yml:1:18 "terrorists" takes a side: a judgement that one side makes of the other; write attackers, fighters or the name of the group, or put a speaker’s own label in quotation marks',
    ]);
  });

  it('reads names, titles, paraphrases, damage and the labels of the unnamed', () => {
    const files = {
      'actors/a.yml': 'name: The regime',
      'places/p.yml': 'name: Enemy lines',
      'events/e.yml': 'title: A massacre',
      'sources/s.yml': `title: A heinous act\n${sourceWith(
        'slug: a\nclaimant: { unnamed: a martyr }\nparaphrase: The enemy came.\nbody: { object: house of the infidels, extent: x }',
      )}`,
    };
    expect(found(wording, files).map((line) => line.split(' ')[0])).toEqual([
      'actors/a.yml:1:11',
      'events/e.yml:1:10',
      'places/p.yml:1:7',
      'sources/s.yml:1:10',
      'sources/s.yml:5:28',
      'sources/s.yml:6:21',
      'sources/s.yml:7:34',
    ]);
  });

  it('reads the context of events, and the reasons that we give', () => {
    const retracted = "retracted: { date: '2020-01-01', reason: It was about terrorists. }";
    const corrections = 'corrections: [{ reason: The regime was meant. }]';
    const files = {
      'events/e.yml': 'context: After the massacre.',
      'places/p.yml': corrections,
      'sources/s.yml': sourceWith(`slug: a\n${retracted}`),
      'redirects.yml': 'redirects: [{ reason: The enemy has another name. }]',
      'exceptions.yml': 'exceptions: [{ reason: The infidels said so. }]',
    };
    expect(found(wording, files).map((line) => line.split(' ')[0])).toEqual([
      'events/e.yml:1:20',
      'exceptions.yml:1:28',
      'places/p.yml:1:29',
      'redirects.yml:1:27',
      'sources/s.yml:4:59',
    ]);
  });

  it('lets a speaker’s label stand in quotation marks', () => {
    expect(refused('The minister called them "terrorists".')).toEqual([]);
    expect(refused('The minister called them ‘enemies of the people’.')).toEqual([]);
    expect(refused("The ministers' terrorists aren't the others' ones.")).toEqual(['terrorists']);
  });

  it('lets bodies and places bear their official names', () => {
    expect(found(wording, { 'places/p.yml': 'name: Square of the Martyrs' })).toEqual([]);
    expect(refused('The martyrs were three.')).toEqual(['martyrs']);
  });

  it.each([
    ['The militants, insurgents and rebels fired rockets.', []],
    ['He was admitted to hospital, and the court convicted of murder two men.', []],
    ['The murder of two men, for which terrorism is the charge.', ['murder']],
    ['Zabihullah Mujahid spoke; the mujahideen did not.', ['mujahideen']],
    ['Daesh fired, the forces neutralised two and liberated the town.', ['Daesh', 'liberated', 'neutralised']],
    ['A suicide attack was alleged; the group claimed it.', []],
  ])('%s', (paraphrase, words) => {
    expect(refused(paraphrase).sort()).toEqual(words);
  });

  it('gives for every word what to write instead', () => {
    for (const { pattern, instead, why } of LOADED_WORDS) {
      expect(instead).not.toMatch(pattern);
      expect(why).not.toBe('');
    }
  });
});
