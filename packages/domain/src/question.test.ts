import { describe, expect, it } from 'vitest';
import type { Actor, ActorIndex } from './actor.ts';
import type { ClaimBody } from './claim.ts';
import { indexById } from './ledger.ts';
import { answersOf, isNo, meet, questionsOf, widerQuestions } from './question.ts';

const actors: ActorIndex = indexById(
  [
    { id: 'taliban', name: 'Taliban', kind: 'armed-group' },
    { id: 'haqqani-network', name: 'Haqqani network', kind: 'armed-group', partOf: 'taliban' },
    { id: 'united-states', name: 'United States', kind: 'state' },
  ].map((actor) => actor as Actor),
);

const ask = (body: object): string[] => questionsOf({ body: body as ClaimBody, paraphrase: 'said so' }, actors);
const exact = (value: number) => ({ bound: 'exact', value });

describe('the questions of a claim', () => {
  it.each([
    [{ kind: 'responsibility', stance: 'accuses', actors: ['haqqani-network'] }, ['responsibility:taliban']],
    [{ kind: 'responsibility', stance: 'accuses', actors: ['haqqani-network', 'taliban'] }, ['responsibility:taliban']],
    [
      {
        kind: 'responsibility',
        stance: 'suspects',
        actors: [{ unnamed: 'a contractor', of: 'united-states' }, 'unknown'],
      },
      ['responsibility:united-states', 'responsibility:unknown'],
    ],
    [{ kind: 'responsibility', stance: 'declines', actors: ['taliban'] }, []],
    [{ kind: 'responsibility', stance: 'none-claimed', actors: [] }, []],
    [{ kind: 'casualties', outcome: 'killed', persons: 'all', quantity: exact(8) }, ['casualties:killed:all']],
    [
      { kind: 'casualties', outcome: 'killed', persons: 'soldiers', of: 'united-states', quantity: exact(2) },
      ['casualties:killed:soldiers/united-states'],
    ],
    [
      { kind: 'casualties', outcome: 'killed', persons: 'all', includesPerpetrators: true, quantity: exact(8) },
      ['casualties:killed:all+perpetrators'],
    ],
    [
      { kind: 'casualties', outcome: 'injured', persons: 'all', scope: 'emergency-hospital', quantity: exact(8) },
      ['casualties:injured:all@emergency-hospital'],
    ],
    [
      { kind: 'casualties', outcome: 'killed-or-injured', persons: 'all', quantity: { bound: 'none' } },
      ['casualties:killed-or-injured:all', 'casualties:killed:all', 'casualties:injured:all'],
    ],
    [
      { kind: 'casualties', outcome: 'killed-or-injured', persons: 'all', quantity: exact(3) },
      ['casualties:killed-or-injured:all'],
    ],
    [
      { kind: 'munitions', class: 'projectile', weapon: 'rocket', fate: 'landed', scope: 'pd2', quantity: exact(5) },
      ['munitions:projectile:landed@pd2'],
    ],
    [
      { kind: 'count', measure: 'districts-held', by: 'taliban', at: '2021-04-14', quantity: exact(73) },
      ['count:districts-held/taliban@2021-04-14'],
    ],
    [{ kind: 'occurrence', what: 'eid-ceasefire', happened: false }, ['occurrence:eid-ceasefire']],
    [{ kind: 'time', of: 'start', value: '2020-11-21T08:40+04:30' }, ['time:start']],
    [{ kind: 'weapon', weapon: 'mortar' }, ['weapon']],
    [{ kind: 'reaction', stance: 'condemns' }, ['reaction']],
    [{ kind: 'statement', topic: 'relation' }, []],
  ])('%o', (body, questions) => {
    expect(ask(body)).toEqual(questions);
  });

  it('are answered by the stance, the number, yes or no, or our paraphrase', () => {
    const answer = (body: object) =>
      answersOf({ body: body as ClaimBody, paraphrase: 'said so' }, actors).map((given) => given.answer);
    expect(answer({ kind: 'occurrence', what: 'ceasefire', happened: false })).toEqual([false]);
    expect(answer({ kind: 'weapon', weapon: 'mortar' })).toEqual(['mortar']);
    expect(answer({ kind: 'reaction', stance: 'condemns' })).toEqual(['said so']);
    expect(answer({ kind: 'time', of: 'start', value: '2020', within: 5 })).toEqual([{ at: '2020', within: 5 }]);
  });
});

describe('the questions of which one is a part', () => {
  it.each([
    ['casualties:killed:all', ['casualties:killed-or-injured:all']],
    [
      'casualties:injured:all@hospital',
      ['casualties:injured:all', 'casualties:killed-or-injured:all', 'casualties:killed-or-injured:all@hospital'],
    ],
    ['casualties:missing:women', ['casualties:missing:all']],
    [
      'casualties:detained:soldiers/army',
      ['casualties:detained:all', 'casualties:detained:all/army', 'casualties:detained:soldiers'],
    ],
    ['casualties:killed:all+perpetrators', []],
    ['casualties:killed:perpetrators', []],
    [
      'munitions:projectile:unexploded@pd2',
      ['munitions:projectile:fired', 'munitions:projectile:fired@pd2', 'munitions:projectile:unexploded'],
    ],
    ['munitions:projectile:fired', []],
    ['count:arrests@pd2', ['count:arrests']],
    ['count:arrests@pd2@2021-04', ['count:arrests@2021-04']],
    ['count:districts-held/taliban@2021-04-14', []],
    ['responsibility:taliban', []],
  ])('%s', (key, wider) => {
    expect([...widerQuestions(key)].sort()).toEqual([...wider].sort());
  });
});

describe('answers', () => {
  it('meet where both can be true', () => {
    expect(meet({ bound: 'at-least', value: 3 }, { bound: 'exact', value: 3 }, 'UTC')).toBe(true);
    expect(meet({ bound: 'none' }, { bound: 'none-known' }, 'UTC')).toBe(true);
    expect(meet({ bound: 'none' }, { bound: 'unquantified' }, 'UTC')).toBe(false);
    expect(meet(true, false, 'UTC')).toBe(false);
    expect(meet('rocket', 'rocket', 'UTC')).toBe(true);
    expect(meet('8', { bound: 'exact', value: 8 }, 'UTC')).toBe(false);
  });

  it('about a time meet where their spans do, margins included', () => {
    const clock = (at: string, within?: number) => ({ at, within });
    const nine = clock('2020-11-21T09:00+04:30', 15);
    expect(meet(nine, clock('2020-11-21T08:46+04:30'), 'Asia/Kabul')).toBe(true);
    expect(meet(nine, clock('2020-11-21T08:30+04:30'), 'Asia/Kabul')).toBe(false);
    expect(meet(nine, clock('2020-11-21'), 'Asia/Kabul')).toBe(true);
  });

  it('are noes when nothing happened or nothing is known of', () => {
    expect([{ bound: 'none' } as const, { bound: 'none-known' } as const, false, 'denies'].map(isNo)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([{ bound: 'unquantified' } as const, true, 'claims'].map(isNo)).toEqual([false, false, false]);
  });
});
