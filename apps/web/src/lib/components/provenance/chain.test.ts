import { assess, type Claim, type Dossier } from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { type ChainNode, chainsOf } from './chain.ts';

interface Coded {
  readonly source: string;
  readonly wire?: string;
  readonly via?: readonly string[];
  readonly repeats?: string;
  readonly channel?: string;
  readonly claimant?: unknown;
}

const event = {
  id: 'attack',
  title: 'Attack',
  kind: 'attack',
  time: '2020-11-21',
  zone: 'Asia/Kabul',
  places: [{ place: 'kabul', role: 'struck' }],
};

/** Every claim has the slug `c`; sources are called after their publisher, with a number where it has several. */
function dossier(coded: readonly Coded[]): Dossier {
  const publisherOf = (source: string): string => source.replace(/-\d$/, '');
  const ids = new Set(coded.flatMap(({ source, wire, via = [] }) => [publisherOf(source), wire ?? source, ...via]));
  return {
    event,
    claims: coded.map(
      ({ source, wire, via, repeats, channel, claimant = 'islamic-state' }) =>
        ({
          id: `${source}/c`,
          source,
          about: ['attack'],
          claimant,
          ...(wire && { wire }),
          ...(via && { via }),
          ...(channel && { channel }),
          ...(repeats && { relations: { repeats } }),
          evidence: { excerpt: true },
          paraphrase: 'The group claims the attack.',
          modality: 'asserted',
          body: { kind: 'responsibility', stance: 'claims', actors: ['islamic-state'] },
        }) as unknown as Claim,
    ),
    sources: coded.map(({ source }) => ({
      id: source,
      title: `What ${source} printed`,
      publisher: publisherOf(source),
      published: '2020-11-21',
      language: 'en',
      kind: 'article',
    })),
    actors: [
      { id: 'islamic-state', name: 'Islamic State', kind: 'armed-group' },
      ...[...ids].map((id) => ({ id, name: id.toUpperCase(), kind: 'publication' })),
    ],
    places: [],
  } as unknown as Dossier;
}

const chains = (coded: readonly Coded[]) => {
  const given = dossier(coded);
  return chainsOf(given, assess(given));
};

/** A tree in one line: `AFP(DAWN RYB)`. */
const draw = ({ name, documents, next }: ChainNode): string =>
  `${name}${'·'.repeat(documents.length)}${next.length > 0 ? `(${next.map(draw).join(' ')})` : ''}`;

describe('the roads of one statement', () => {
  test('papers with one wire text are one origin', () => {
    const [question] = chains([
      { source: 'dawn', wire: 'afp', channel: 'telegram' },
      { source: 'ryb', wire: 'afp', repeats: 'dawn/c' },
      { source: 'rt', repeats: 'dawn/c' },
    ]);
    const [chain] = question?.chains ?? [];
    expect(question?.question).toBe('responsibility:islamic-state');
    expect(chain).toMatchObject({ origins: 2, documents: 3, owner: 'islamic-state' });
    expect(chain?.answers).toHaveLength(1);
    expect(chain?.answers[0]?.channels).toEqual(['telegram']);
    expect(chain?.answers[0]?.origins.map(draw)).toEqual(['AFP(DAWN· RYB·)', 'RT·']);
  });

  test('relays come before the wire, and the publisher last', () => {
    const [question] = chains([{ source: 'tvnz', wire: 'ap', via: ['site'] }]);
    expect(question?.chains[0]?.answers[0]?.origins.map(draw)).toEqual(['SITE(AP(TVNZ·))']);
  });

  test('a relay that is also the wire, or the publisher, is one station', () => {
    const [question] = chains([
      { source: 'tvnz', wire: 'ap', via: ['site', 'ap'] },
      { source: 'ap', wire: 'ap', repeats: 'tvnz/c' },
    ]);
    expect(question?.chains[0]?.answers[0]?.origins.map(draw)).toEqual(['AP·', 'SITE(AP(TVNZ·))']);
  });

  test('two documents of one publisher end at one station', () => {
    const [question] = chains([
      { source: 'dawn-1', wire: 'afp' },
      { source: 'dawn-2', wire: 'afp', repeats: 'dawn-1/c' },
    ]);
    const [chain] = question?.chains ?? [];
    expect(chain?.answers[0]?.origins.map(draw)).toEqual(['AFP(DAWN··)']);
    expect(chain).toMatchObject({ origins: 1, documents: 2 });
  });
});

test('the origins of the trees are those that the position counts', () => {
  const questions = chains([
    { source: 'dawn', wire: 'afp' },
    { source: 'ryb', wire: 'afp' },
    { source: 'rt' },
    { source: 'tvnz', wire: 'ap', via: ['site'], repeats: 'rt/c' },
  ]);
  for (const { chains: all } of questions) {
    for (const { origins, answers } of all) {
      expect(new Set(answers.flatMap((answer) => answer.origins.map(({ actor }) => actor))).size).toBe(origins);
    }
  }
});

test('speakers who give one answer share a tree, whether or not one repeats the other', () => {
  const [question] = chains([
    { source: 'dawn', wire: 'afp' },
    { source: 'ryb', wire: 'afp', claimant: { unnamed: 'a channel', of: 'islamic-state' } },
    { source: 'rt', claimant: 'islamic-state' },
  ]);
  expect(question?.chains.map(({ owner, answers }) => [owner, answers.map(({ speakers }) => speakers.length)])).toEqual(
    [
      ['islamic-state', [1]],
      ['unnamed of islamic-state', [1]],
    ],
  );
  expect(question?.chains[0]?.answers[0]?.origins.map(draw)).toEqual(['AFP(DAWN·)', 'RT·']);
});

test('what was not known yet is left out', () => {
  const given = dossier([{ source: 'dawn' }]);
  expect(chainsOf(given, assess(given, { asOf: 0 }))).toEqual([]);
});
