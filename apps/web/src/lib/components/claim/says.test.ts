import { type Actor, type ClaimBody, indexById, type Place } from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { type Part, saysOf } from './says.ts';

const names = {
  actors: indexById<Actor>([
    { id: 'taliban', name: 'Taliban', kind: 'armed-group' },
    { id: 'us', name: 'United States', kind: 'state' },
  ] as unknown as Actor[]),
  places: indexById<Place>([{ id: 'pd4', name: 'Police district 4' }] as unknown as Place[]),
};

/** Links in brackets: `[Taliban](/actors/taliban)`. */
const draw = (parts: readonly Part[]): string =>
  parts.map(({ text, href }) => (href === undefined ? text : `[${text}](${href})`)).join('');

describe('what a claim says', () => {
  test.each<[Record<string, unknown>, string, string]>([
    [
      { kind: 'responsibility', stance: 'accuses', actors: ['taliban', 'us', 'unknown'] },
      'who did it',
      '[Taliban](/actors/taliban), [United States](/actors/us) and an unknown author',
    ],
    [
      { kind: 'casualties', outcome: 'killed', persons: 'all', quantity: { bound: 'at-least', value: 8 } },
      'killed, all victims',
      'at least 8',
    ],
    [
      { kind: 'casualties', outcome: 'killed-or-injured', persons: 'all', quantity: { bound: 'none' } },
      'killed or injured, all victims',
      'none',
    ],
    [
      {
        kind: 'munitions',
        class: 'projectile',
        weapon: 'rocket',
        fate: 'landed',
        scope: 'pd4',
        quantity: { bound: 'exact', value: 3 },
      },
      'rockets landed, at Police district 4',
      '3',
    ],
    [{ kind: 'launch', from: { place: 'pd4' } }, 'launched from', '[Police district 4](/places/pd4)'],
    [{ kind: 'launch', from: { vehicle: 'a pickup truck' } }, 'launched from', 'a pickup truck'],
    [
      { kind: 'target', target: { place: 'pd4' }, relation: 'struck' },
      'target',
      '[Police district 4](/places/pd4), struck',
    ],
    [{ kind: 'damage', object: 'main building', extent: 'fragments' }, 'damage', 'main building: fragments'],
    [
      { kind: 'time', of: 'start', value: '2020-11-21T08:40', within: 10 },
      'time',
      'start 21 November 2020, 08:40 Kabul time, give or take 10 minutes',
    ],
    [
      { kind: 'occurrence', what: 'eid-ceasefire', happened: false },
      'whether it happened',
      'Eid ceasefire: it did not happen',
    ],
    [{ kind: 'statement', topic: 'policy' }, 'statement', 'policy'],
  ])('%o', (body, what, value) => {
    const says = saysOf({ body: body as unknown as ClaimBody, paraphrase: 'Ours.' }, names, 'Asia/Kabul');
    expect(says.what).toBe(what);
    expect(draw(says.value)).toBe(value);
  });
});
