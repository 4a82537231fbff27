import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { assertions } from './assertions.ts';

const GONE = "retracted: { date: '2020-01-01', reason: R }";
const claim = (slug: string, kind: string, more = '') => `slug: ${slug}\nabout: [e]\nbody: { kind: ${kind} }\n${more}`;
const files = {
  'actors/a.yml': 'id: a\npartOf: b',
  'actors/b.yml': 'id: b',
  'actors/c.yml': `id: c\n${GONE}`,
  'events/e.yml': 'id: e',
  'events/f.yml': 'id: f',
  'sources/s.yml': `language: en\n${sourceWith(claim('x', 'casualties', 'evidence: { passages: [] }'), claim('y', 'reaction'))}`,
  'sources/t.yml': `language: fa\n${sourceWith(claim('x', 'responsibility'), claim('z', 'casualties', GONE))}`,
  'sources/u.yml': `language: ar\n${GONE}\n${sourceWith(claim('x', 'casualties'))}`,
};
const wanting = (text: string) => found(assertions, { ...files, 'assertions.yml': text });

describe('assertions', () => {
  it('accepts what is reached', () => {
    expect(
      wanting(
        'counts: { events: 2, eventsWithToll: 1, eventsWithResponsibility: 1, sources: 2, languages: 2, actors: 2, claims: 3, withPassages: 1, claimsOfKind: { casualties: 1 } }\n' +
          'filled: { actors: { partOf: 0.5 }, claims: { evidence.passages: 0.33 } }\n' +
          'events: { e: { claims: 3, sources: 2, languages: 2 } }\n',
      ),
    ).toEqual([]);
  });

  it.each([
    ['counts: { events: 3 }', '1:19 events: 2, where at least 3 are wanted'],
    ['counts: { places: 1 }', '1:19 places: 0, where at least 1 are wanted'],
    ['counts: { actors: 3 }', '1:19 actors: 2, where at least 3 are wanted'],
    ['counts: { claims: 4 }', '1:19 claims: 3, where at least 4 are wanted'],
    ['counts: { sources: 3 }', '1:20 sources: 2, where at least 3 are wanted'],
    ['counts: { languages: 3 }', '1:22 languages: 2, where at least 3 are wanted'],
    ['counts: { withPassages: 2 }', '1:25 claims with passages: 1, where at least 2 are wanted'],
    ['counts: { eventsWithToll: 2 }', '1:27 events with a toll: 1, where at least 2 are wanted'],
    ['counts: { claimsOfKind: { casualties: 2 } }', '1:39 claims of casualties: 1, where at least 2 are wanted'],
    ['events: { e: { claims: 4 } }', '1:24 claims about e: 3, where at least 4 are wanted'],
    ['events: { f: { claims: 1 } }', '1:24 claims about f: 0, where at least 1 are wanted'],
    ['filled: { actors: { partOf: 0.6 } }', '1:29 1 of 2 actors have partOf: 0.5, where at least 0.6 is wanted'],
    [
      'filled: { claims: { evidence.passages: 0.34 } }',
      '1:40 1 of 3 claims have evidence.passages: 0.333, where at least 0.34 is wanted',
    ],
  ])('refuses what is not: %s', (text, problem) => {
    expect(wanting(text)).toEqual([
      `assertions.yml:${problem}; bring back what went missing, or lower the floor and say why in the commit`,
    ]);
  });

  it('refuses floors of what does not exist', () => {
    expect(wanting('filled: { sources: { publishd: 0.5 } }')).toEqual([
      'assertions.yml:1:22 sources have no field "publishd"; write published',
    ]);
    expect(wanting('events: { ee: { claims: 1 } }')).toEqual([
      'assertions.yml:1:11 there is no event "ee"; bring back what went missing, or lower the floor and say why in the commit',
    ]);
  });

  it('asks nothing while a file cannot be read', () => {
    const unread = { ...files, 'actors/z.yml': 'id: [\n', 'assertions.yml': 'counts: { claims: 4 }' };
    expect(found(assertions, unread)).toEqual([expect.stringMatching(/^actors\/z\.yml:2:1 flow sequence/)]);
  });
});
