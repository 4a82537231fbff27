import { describe, expect, it } from 'vitest';
import { found, releaseOf } from '../testing/records.ts';
import { redirect } from './redirect.ts';
import { silentEdit } from './silent-edit.ts';

const actor = 'id: a\nname: A\nkind: state\n';
const leading = (type: string, from: string, to: string, date = '2020-04-01') =>
  `  - { type: ${type}, from: ${from}, to: ${to}, date: '${date}', reason: R }\n`;
const files = {
  'actors/a.yml': actor,
  'actors/gone.yml': "id: gone\nretracted: { date: '2020-01-01', reason: R }",
  'sources/s.yml': 'id: s\nclaims: [{ slug: x }]',
};
const redirects = (...lines: string[]) =>
  found(redirect, { ...files, 'redirects.yml': `redirects:\n${lines.join('')}` });

describe('redirect', () => {
  it('accepts what leads straight to a record that stands', () => {
    expect(
      redirects(leading('actor', 'b', 'a'), leading('source', 'old', 's'), leading('claim', 's/old', 's/x')),
    ).toEqual([]);
    // One word may be the id of an actor and of a source.
    expect(redirects(leading('actor', 's', 'a'))).toEqual([]);
  });

  it('refuses a target that is not there, or was taken back', () => {
    expect(redirects(leading('source', 'old', 'ss'), leading('actor', 'b', 'gone'))).toEqual([
      'redirects.yml:2:36 there is no source "ss"; name the source that took the place of old',
      'redirects.yml:3:33 "gone" was retracted; lead to a record that stands, or keep b as a record and retract it',
    ]);
    expect(redirects(leading('claim', 's/old', 's/xx'))[0]).toContain('there is no claim "s/xx"; write s/x');
  });

  it('leaves a released redirect whose target was taken back since: it may be neither altered nor dropped', () => {
    const register = `redirects:\n${leading('actor', 'b', 'a', '2020-03-01')}`;
    const released = releaseOf({ 'actors/a.yml': actor, 'redirects.yml': register });
    const retracted = `${actor}retracted: { date: '2020-04-01', reason: R }\n`;
    const now = (more = '') => ({ 'actors/a.yml': retracted, 'redirects.yml': `${register}${more}` });
    expect(found(redirect, now(), released)).toEqual([]);
    expect(found(silentEdit, now(), released)).toEqual([]);
    expect(found(redirect, now(leading('actor', 'c', 'a')), released)).toEqual([
      'redirects.yml:3:33 "a" was retracted; lead to a record that stands, or keep c as a record and retract it',
    ]);
  });

  it('refuses an id that a record bears, and one that stands twice', () => {
    expect(redirects(leading('actor', 'gone', 'a'))).toEqual([
      'redirects.yml:2:26 an actor bears the id "gone"; give that record another id, for an id that was redirected is never used again, or take the redirect away',
    ]);
    expect(redirects(leading('actor', 'b', 'a'), leading('actor', 'b', 'a'))).toEqual([
      'redirects.yml:3:26 "b" is redirected in line 2; keep one of the two',
    ]);
  });

  it('refuses a chain, and says where it ends', () => {
    expect(redirects(leading('actor', 'd', 'c'), leading('actor', 'c', 'b'), leading('actor', 'b', 'a'))).toEqual([
      'redirects.yml:2:33 "c" is redirected itself: d → c → b → a; lead straight to a',
      'redirects.yml:3:33 "b" is redirected itself: c → b → a; lead straight to a',
    ]);
  });

  it('names the whole of a circle', () => {
    expect(redirects(leading('actor', 'b', 'c'), leading('actor', 'c', 'd'), leading('actor', 'd', 'b'))[0]).toBe(
      'redirects.yml:2:33 b → c → d → b is a circle; lead all of them straight to the record that stands',
    );
    expect(redirects(leading('actor', 'b', 'b'))).toEqual([
      'redirects.yml:2:33 b → b is a circle; lead all of them straight to the record that stands',
    ]);
    expect(redirects(leading('actor', 'b', 'c'), leading('actor', 'c', 'c'))[0]).toContain(
      '"c" is redirected itself: b → c → c, which is a circle',
    );
  });

  it('refuses an id that has not the form of its type', () => {
    expect(redirects(leading('claim', 'old', 's/x'), leading('actor', 'b', 's/x'))).toEqual([
      'redirects.yml:2:26 "old" is no id of a claim; write <source-id>/<slug>, or correct type',
      'redirects.yml:3:33 "s/x" is the id of a claim, and type is actor; write type: claim, or the id of a record of that type',
    ]);
  });

  it('wants a day that is not before the release, which is without it', () => {
    const before = releaseOf({ 'actors/a.yml': actor });
    const on = (day: string) =>
      found(redirect, { ...files, 'redirects.yml': `redirects:\n${leading('actor', 'b', 'a', day)}` }, before);
    expect(on('2020-03-31')).toEqual([]);
    expect(on('2020-03-30')).toEqual([
      expect.stringContaining('release 2020.1 of 2020-03-31 is without this redirect'),
    ]);
  });
});
