import { describe, expect, it } from 'vitest';
import { correct } from '../revision/correct.ts';
import { found, recordsOf, releaseOf, tolls } from '../testing/records.ts';
import { reference } from './reference.ts';
import { silentEdit } from './silent-edit.ts';

const GONE = "retracted: { date: '2020-01-01', reason: R }";
const actor = (name: string) => `id: a\nname: ${name}\nkind: state\n`;
const redirect = (from: string, to: string, type = 'actor') =>
  `  - { type: ${type}, from: ${from}, to: ${to}, date: '2020-01-01', reason: R }\n`;
const before = {
  'actors/a.yml': actor('A'),
  'sources/s.yml': tolls(['toll', 7], ['other', 3, GONE]),
  'redirects.yml': `redirects:\n${redirect('b', 'a')}`,
};
const published = releaseOf(before);
type Texts = Readonly<Record<string, string>>;
const edited = (changes: Texts, { without = '' } = {}) => {
  const texts: Texts = { ...before, ...changes };
  return found(silentEdit, Object.fromEntries(Object.entries(texts).filter(([file]) => file !== without)), published);
};

describe('silent-edit', () => {
  it('finds nothing in what is as it was, or came since', () => {
    expect(edited({ 'actors/c.yml': 'id: c\nname: C\nkind: state\n' })).toEqual([]);
    expect(found(silentEdit, { 'actors/a.yml': actor('B') })).toEqual([]);
  });

  it('names what changed, where it stands, and the correction that is missing', () => {
    expect(edited({ 'sources/s.yml': tolls(['toll', 8], ['other', 3, GONE]).replace('gave 8', 'gave 7') })).toEqual([
      `sources/s.yml:16:40 body.quantity.value of s/toll was 7 in release 2020.1, and is 8; put it back, or tell it: counterclaim correct claims/s/toll body.quantity.value 8 --reason '…'`,
    ]);
    expect(edited({ 'actors/a.yml': `${actor('A')}from: '2019'\n` })).toEqual([
      `actors/a.yml:4:7 from of a was nothing in release 2020.1, and is "2019"; put it back, or tell it: counterclaim correct actors/a from 2019 --reason '…'`,
    ]);
  });

  it('proposes commands that a shell takes as they are', () => {
    expect(edited({ 'actors/a.yml': actor("The people's A") })).toEqual([
      expect.stringContaining(String.raw`correct actors/a name '"The people'\''s A"' --reason`),
    ]);
    const { 'actors/a.yml': released } = before;
    const since = releaseOf({ 'actors/a.yml': `${released}from: '2019'\n` });
    expect(found(silentEdit, { 'actors/a.yml': released }, since)).toEqual([
      expect.stringContaining('counterclaim correct actors/a from --remove --reason'),
    ]);
  });

  it('accepts what the command that it proposes writes', () => {
    const files = { ...before, 'actors/a.yml': actor('B') };
    const made = correct(
      { records: recordsOf(files), published, schemas: '../schemas' },
      { records: ['actors/a'], values: [{ field: 'name', text: 'B' }], reason: 'R', date: '2020-04-01' },
    );
    const [file] = made.ok ? made.value.files : [];
    expect(file?.after).toContain('was: A\n    now: B\n');
    expect(edited({ 'actors/a.yml': file?.after ?? '' })).toEqual([]);
  });

  it('leaves an id that was given up to reference', () => {
    const e = (id: string) =>
      `id: ${id}\ntitle: E\nkind: attack\ntime: '2020'\nzone: UTC\nplaces: [{ place: p, role: struck }]\n`;
    const since = releaseOf({ ...before, 'events/e.yml': e('e') });
    const renamed = {
      'actors/a.yml': actor('A'),
      'events/e-2.yml': e('e-2'),
      'sources/s.yml': tolls(['toll', 7], ['other', 3, GONE]).replace('about: [e]', 'about: [e-2]'),
      'redirects.yml': `redirects:\n${redirect('b', 'a')}${redirect('e', 'e-2', 'event')}`,
    };
    expect(renamed['sources/s.yml']).toContain('about: [e]');
    expect(found(silentEdit, renamed, since)).toEqual([]);
    expect(found(reference, renamed, since).filter((problem) => problem.includes('"e"'))).toEqual([
      expect.stringContaining('there is no event "e"; write e-2, to which redirects.yml leads since 2020-01-01'),
    ]);
  });

  it('leaves a value that a correction tells wrongly to correction-chain', () => {
    const wrongly = "corrections: [{ date: '2020-04-01', field: name, was: C, now: B, reason: R }]";
    expect(edited({ 'actors/a.yml': `${actor('B')}${wrongly}\n` })).toEqual([]);
  });

  it('finds records that went', () => {
    const remedy =
      'put it back, with retracted where it should not count, or lead its id in redirects.yml to the record that took its place';
    expect(edited({}, { without: 'actors/a.yml' })).toEqual([
      `actors/a.yml:1:1 the actor a of release 2020.1 is gone; ${remedy}`,
    ]);
    expect(edited({ 'sources/s.yml': tolls(['toll', 7]) })).toEqual([
      `sources/s.yml:6:1 the claim s/other of release 2020.1 is gone; ${remedy}`,
    ]);
    // Its claims go with it.
    expect(edited({}, { without: 'sources/s.yml' })).toEqual([
      `sources/s.yml:1:1 the source s of release 2020.1 is gone; ${remedy}`,
    ]);
  });

  it('does not call gone what cannot be read', () => {
    const gone = (changes: Texts) => edited(changes).filter((problem) => problem.includes('release'));
    expect(gone({ 'actors/a.yml': 'id: a\nname: [A\n' })).toEqual([]);
    expect(gone({ 'actors/a.yml': 'id: a\nname: A\n' })).toEqual([]);
    expect(gone({ 'redirects.yml': 'redirects: [\n' })).toEqual([]);
    const { 'redirects.yml': redirects, 'sources/s.yml': source } = before;
    const renamed = { 'actors/z.yml': actor('A').replace('id: a', 'id: z'), 'sources/s.yml': source };
    const without = (text: string) => found(silentEdit, { ...renamed, 'redirects.yml': text }, published);
    // Its shape is wrong, and that it leads from a is meant.
    expect(without(`${redirects}  - { type: actor, from: a, to: z }\n`)).toEqual([]);
    expect(without(redirects)).toEqual([expect.stringContaining('the actor a of release 2020.1 is gone')]);
  });

  it('follows redirects, and finds what was lost or changed on the way', () => {
    const moved = (...claims: Parameters<typeof tolls>) => ({
      'sources/new.yml': tolls(...claims).replace('id: s\n', 'id: new\n'),
      'redirects.yml': `redirects:\n${redirect('b', 'a')}${redirect('s', 'new', 'source')}`,
    });
    expect(edited(moved(['toll', 7], ['other', 3, GONE]), { without: 'sources/s.yml' })).toEqual([]);
    expect(edited(moved(['toll', 7]), { without: 'sources/s.yml' })).toEqual([
      expect.stringMatching(/^sources\/new\.yml:6:1 the claim s\/other of release 2020\.1 is gone; /),
    ]);
    expect(edited(moved(['toll', 8], ['other', 3, GONE]), { without: 'sources/s.yml' })).toEqual([
      expect.stringContaining('paraphrase of new/toll was'),
      expect.stringContaining('body.quantity.value of new/toll was 7 in release 2020.1, and is 8'),
    ]);
  });

  it('keeps retractions, corrections and redirects', () => {
    expect(edited({ 'sources/s.yml': tolls(['toll', 7], ['other', 3]) })).toEqual([
      'sources/s.yml:17:5 s/other is retracted in release 2020.1, and no longer here; put it back as it was: what was taken back stays so, under that id',
    ]);
    const reworded = GONE.replace('reason: R', 'reason: S');
    expect(edited({ 'sources/s.yml': tolls(['toll', 7], ['other', 3, reworded]) })).toEqual([
      expect.stringContaining(
        's/other is retracted in release 2020.1, and retracted.reason was "R"; put it back as it was',
      ),
    ]);
    expect(edited({}, { without: 'redirects.yml' })).toEqual([
      'redirects.yml:1:1 there is no redirect from the actor b that release 2020.1 has; put it back: {"type":"actor","from":"b","to":"a","date":"2020-01-01","reason":"R"}',
    ]);
    const corrected = (reason: string) =>
      `${actor('A')}corrections: [{ date: '2020-01-01', field: name, was: C, now: A, reason: ${reason} }]\n`;
    const since = releaseOf({ 'actors/a.yml': corrected('R') });
    expect(found(silentEdit, { 'actors/a.yml': corrected('R') }, since)).toEqual([]);
    expect(found(silentEdit, { 'actors/a.yml': corrected('S') }, since)).toEqual([
      'actors/a.yml:4:1 a no longer tells the correction of name on 2020-01-01 as release 2020.1 does; put it back: {"date":"2020-01-01","field":"name","was":"C","now":"A","reason":"R"}',
    ]);
  });

  it('lets a redirect follow the record that it led to, and nothing else', () => {
    const onward = `redirects:\n${redirect('b', 'z')}${redirect('a', 'z')}`;
    const z = actor('A').replace('id: a', 'id: z');
    expect(edited({ 'actors/z.yml': z, 'redirects.yml': onward }, { without: 'actors/a.yml' })).toEqual([]);
    expect(edited({ 'actors/z.yml': z, 'redirects.yml': `redirects:\n${redirect('b', 'z')}` })).toEqual([
      expect.stringContaining('the redirect is not the one from the actor b that release 2020.1 has'),
    ]);
  });
});
