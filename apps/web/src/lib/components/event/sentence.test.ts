import type { Claim } from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { detailOf, dossierOf } from './dossier.fixture.ts';
import { plainText } from './phrase.ts';
import { readEvent } from './reading.ts';
import { attributionSummary, eventSentence } from './sentence.ts';

const readingOf = (name: string, asOf?: string) => readEvent(detailOf(dossierOf(name), asOf));
const sentenceOf = (name: string, asOf?: string): string => plainText(eventSentence(readingOf(name, asOf)));

/** The November dossier with one claim of responsibility for each stance given. */
const readingWith = (...stances: readonly (readonly [claimant: string, stance: string, actor: string])[]) => {
  const dossier = dossierOf('kabul-2020-11-21');
  const [model] = dossier.claims;
  if (model === undefined) throw new Error('no claim');
  const claims = stances.map(
    ([claimant, stance, actor], index) =>
      ({
        ...model,
        id: `${model.source}/${String(index)}`,
        claimant,
        body: { kind: 'responsibility', stance, actors: [actor] },
      }) as Claim,
  );
  return readEvent(detailOf({ ...dossier, claims }));
};

describe('the event in one sentence', () => {
  test('contested, with a range', () => {
    expect(sentenceOf('kabul-2020-11-21')).toBe(
      'Current statements give 8–10 killed and 31–51 injured. Claimed by Islamic State; the Ministry of Interior Affairs accused the Taliban, who denied it; the Ministry of Foreign Affairs of Iran accused the United States.',
    );
  });

  test('numbers are strong', () => {
    const strong = eventSentence(readingOf('kabul-2020-11-21')).filter((phrase) => phrase.strong);
    expect(strong.map(({ text }) => text)).toEqual(['8–10 killed', '31–51 injured']);
  });

  test('a zero is said as none, an open range as such', () => {
    expect(sentenceOf('kabul-2021-07-20')).toContain('give none killed and 0–6 or more injured.');
  });

  test('a number that nobody gives is missed', () => {
    expect(sentenceOf('kabul-2021-08-29')).toContain('5–10 killed; no number of injured is given.');
  });

  test('nothing known yet', () => {
    expect(sentenceOf('kabul-2020-11-21', '2020-11-20T00:00Z')).toBe('No statement on it was known yet.');
  });

  test.each([
    [[['taliban', 'denies', 'taliban']], 'The Taliban denied it.'],
    [
      [['moi', 'suspects', 'taliban']],
      'No claim of responsibility is on record; the Ministry of Interior Affairs suspected the Taliban.',
    ],
    [
      [
        ['moi', 'accuses', 'taliban'],
        ['vp1', 'suspects', 'taliban'],
      ],
      'No claim of responsibility is on record; the Ministry of Interior Affairs accused and the First Vice President suspected the Taliban.',
    ],
    [
      [
        ['islamic-state', 'claims', 'islamic-state'],
        ['moi', 'exonerates', 'islamic-state'],
      ],
      'Claimed by Islamic State; the Ministry of Interior Affairs said that Islamic State did not do it.',
    ],
    [
      [
        ['islamic-state', 'claims', 'islamic-state'],
        ['taliban', 'claims', 'taliban'],
      ],
      'Claimed by Islamic State and the Taliban.',
    ],
    [[['moi', 'declines', 'unknown']], 'Nobody claims it, and nobody is named as author.'],
  ] as const)('%j', (stances, words) => {
    expect(plainText(eventSentence(readingWith(...stances)))).toBe(
      `No current statement gives a number of killed or injured. ${words}`,
    );
  });
});

describe('events that are no attacks', () => {
  const readingOfKind = (kind: string, bodies: readonly object[]) => {
    const dossier = dossierOf('kabul-2020-11-21');
    const [model] = dossier.claims;
    if (model === undefined) throw new Error('no claim');
    const claims = bodies.map(
      (body, index) =>
        ({
          ...model,
          id: `${model.source}/${String(index)}`,
          claimant: index === 1 ? 'taliban' : 'moi',
          body,
        }) as Claim,
    );
    return readEvent(detailOf({ ...dossier, event: { ...dossier.event, kind } as typeof dossier.event, claims }));
  };

  test.each([
    ['talks', [{ kind: 'statement', topic: 'policy' }], '1 claim on record; none gives a number or names an author.'],
    [
      'period',
      [{ kind: 'count', measure: 'districts-held', by: 'taliban', quantity: { bound: 'exact', value: 221 } }],
      'Current statements give 221 districts held by Taliban.',
    ],
    [
      'period',
      [{ kind: 'casualties', outcome: 'killed', persons: 'civilians', quantity: { bound: 'exact', value: 1210 } }],
      'Current statements give 1,210 civilians killed; no number of injured is given.',
    ],
    [
      'period',
      [
        {
          kind: 'casualties',
          outcome: 'killed',
          persons: 'all',
          includesPerpetrators: true,
          quantity: { bound: 'exact', value: 1 },
        },
      ],
      'Current statements give 1 killed, perpetrators included; no number of injured is given.',
    ],
    [
      'ceasefire',
      [
        { kind: 'occurrence', what: 'eid-ceasefire', happened: false },
        { kind: 'occurrence', what: 'eid-ceasefire', happened: true },
      ],
      'Eid ceasefire: yes, by the Taliban; no, by the Ministry of Interior Affairs.',
    ],
    [
      'change-of-control',
      [{ kind: 'responsibility', stance: 'accuses', actors: ['taliban'] }],
      'No claim of responsibility is on record; the Ministry of Interior Affairs accused the Taliban.',
    ],
  ])('%s', (kind, bodies, words) => {
    expect(plainText(eventSentence(readingOfKind(kind, bodies)))).toBe(words);
  });
});

describe('who did it, in counts', () => {
  test.each([
    ['kabul-2020-11-21', 'One party claims it; two others are accused; one of the accused denies it.'],
    ['kabul-2021-07-20', 'One party claims it; one other is accused; the accused denies it.'],
    ['kabul-2021-08-29', 'One party claims it; it is also accused.'],
  ])('%s', (name, words) => {
    expect(attributionSummary(readingOf(name))).toBe(words);
  });

  test('nobody', () => {
    expect(attributionSummary(readingOf('kabul-2020-11-21', '2020-11-21T08:00Z'))).toBe(
      'Nobody claims it, and nobody is named as author.',
    );
  });
});
