import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, fixture } from '../../testing/call.ts';

describe('counterclaim new', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'new-'));
    cpSync(fixture('records'), folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const make = (...words: string[]) => call('new', ...words, '--records', folder);
  const shown = (file: string) => relative(process.cwd(), join(folder, file));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const event = ['event', '--title', 'Fire in the Old Harbour', '--date', '2020-02-03', '--place', 'old-harbour'];
  const source = ['source', '--publisher', 'arden-herald', '--title', 'A fire', '--published', '2020-02-03'];

  it('writes an event, prints its path, and says what comes next', async () => {
    const { code, out, err } = await make(...event);
    expect({ code, out }).toEqual({ code: 0, out: `${shown('events/2020-02-03-old-harbour-fire.yml')}\n` });
    expect(err).toMatch(
      /^check will say: no claim is about .+\nnext: .+ counterclaim new source --about 2020-02-03-old-harbour-fire /,
    );
    expect(read('events/2020-02-03-old-harbour-fire.yml')).toMatch(
      /^# yaml-language-server: \$schema=\S+\/event\.json\nid: 2020-02-03-old-harbour-fire\n[^]+\nzone: \S+\nplaces:\n {2}- \{ place: old-harbour, role: struck \}\n#\? /,
    );
    expect(readdirSync(join(folder, 'events'))).toHaveLength(2);
  });

  it('makes records that together have nothing against them but that the source makes no claim', async () => {
    for (const words of [
      ['actor', '--name', 'Fire Brigade of Arden', '--kind', 'agency', '--part-of', 'arden', '--alias', 'FB@en'],
      [
        'place',
        '--name',
        'Pier 7',
        '--kind',
        'site',
        '--at',
        '-3.26,12.51',
        '--radius',
        '0.5',
        '--within',
        'old-harbour',
      ],
      [...event, '--place', 'pier-7:within', '--ref', 'ucdp=42', '--context', 'A fire after the explosions.'],
      [...source, '--about', '2020-02-03-old-harbour-fire', '--wire', 'fire-brigade-of-arden'],
    ]) {
      expect((await make(...words)).code).toBe(0);
    }
    const file = 'sources/arden-herald-fire-brigade-of-arden-2020-02-03.yml';
    const claim =
      '  - { slug: a, about: [2020-02-03-old-harbour-fire], claimant: fire-brigade-of-arden, evidence: { excerpt: true }, paraphrase: It burned., body: { kind: statement, topic: context } }';
    writeFileSync(
      join(folder, file),
      read(file).replace('claims: []', `url: https://example.org/a\nclaims:\n${claim}`),
    );
    expect((await call('fmt', folder)).code).toBe(0);
    expect(await call('check', folder)).toMatchObject({ code: 0, err: '' });
    expect(read(file)).not.toContain('what-it-says');
  });

  it('takes the next free number, and names the record that may be the same', async () => {
    await make(...source);
    const { code, out, err } = await make(...source);
    expect({ code, out }).toEqual({ code: 0, out: `${shown('sources/arden-herald-2020-02-03-2.yml')}\n` });
    expect(err).toContain(
      `${shown('sources/arden-herald-2020-02-03.yml')} is there: look whether it is of the same thing\n`,
    );
  });

  it('never writes over a record, and names the option, the file and what is free', async () => {
    const before = read('actors/arden.yml');
    const { code, out, err } = await make('actor', '--id', 'arden', '--name', 'Arden', '--kind', 'state');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      '--id: actors/arden.yml is there already; edit that file, or take the next that is free: arden-2\n',
    );
    expect(read('actors/arden.yml')).toBe(before);
  });

  it('refuses an id that a redirect gave up', async () => {
    writeFileSync(
      join(folder, 'redirects.yml'),
      "redirects:\n  - { type: actor, from: arden-post, to: arden-herald, date: '2021-01-01', reason: one paper }\n",
    );
    const { code, err } = await make('actor', '--name', 'Arden Post', '--kind', 'publication');
    expect(code).toBe(1);
    expect(err).toContain('--id: arden-post was an actor until 2021-01-01, and leads to arden-herald: one paper; ');
    expect((await make(...source, '--publisher', 'arden-post')).err).toBe(
      '--publisher: the actor arden-post is now arden-herald; write arden-herald\n--language: language is missing; add language\n',
    );
  });

  it('names what is near and how to make what is not there, by option, and writes nothing', async () => {
    const { code, err } = await make(...event, '--place', 'old-harbor', '--kind', 'atack', '--date', '2020-13');
    expect(code).toBe(1);
    expect(err.split('\n').map((line) => line.split('; ')[0])).toEqual([
      '--place: there is no place "old-harbor"',
      '--kind: kind is the text "atack"',
      '--date: month 13 does not exist',
      '',
    ]);
    expect(err).toContain('write old-harbour, or make it first: counterclaim new place --id old-harbor --name ');
    expect(readdirSync(join(folder, 'events'))).toHaveLength(1);
  });

  it('takes no role for a part of what is written', async () => {
    const { code, err } = await make(...event, '--place', 'old-harbour:within:struck');
    expect(code).toBe(1);
    expect(err).toContain('"within:struck"');
  });

  it('with --dry-run prints the record and writes nothing', async () => {
    const { code, out, err } = await make(
      ...source,
      '--text',
      fixture('texts/arden-herald-2020-01-03.txt'),
      '--id',
      'other',
      '--wire',
      'arden',
      '--dry-run',
    );
    // The text is that of a source which is recorded.
    expect(code).toBe(1);
    expect({ out, err }).toEqual({
      out: '',
      err: '--text: the text is that of sources/arden-herald-2020-01-03.yml; put its claims there\n',
    });
    const dry = await make(...source, '--dry-run');
    expect(dry.out).toMatch(/^# yaml-language-server: [^]+\nclaims: \[\]\n#\? /);
    expect(dry.err).toContain(`${shown('sources/arden-herald-2020-02-03.yml')}: not written\n`);
    expect(existsSync(join(folder, 'sources/arden-herald-2020-02-03.yml'))).toBe(false);
  });

  it('gives it as JSON', async () => {
    const good = await make(...event, '--json');
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(good.out)).toMatchObject({
      written: true,
      id: '2020-02-03-old-harbour-fire',
      path: shown('events/2020-02-03-old-harbour-fire.yml'),
      alike: null,
      open: [{ rule: 'event-is-claimed' }],
      refusals: [],
    });
    const bad = await make(...source, '--publisher', 'nobody-at-all', '--language', 'en', '--json');
    expect(bad).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(bad.out)).toMatchObject({
      written: false,
      refusals: [{ option: '--publisher', what: 'there is no actor "nobody-at-all"' }],
    });
  });

  it.each([
    [[...event, '--ref', 'ucdp']],
    [['place', '--name', 'A', '--kind', 'site', '--at', '1,2']],
    [['place', '--name', 'A', '--kind', 'site', '--at', 'north', '--radius', '1']],
    [['place', '--name', 'A', '--kind', 'site', '--at', '1,2', '--radius', '0']],
    [['actor', '--name', 'A', '--kind', 'party', '--alias', 'B@']],
    [['actor', '--name', 'A']],
    [[...source, '--text', 'nowhere.txt']],
    [['story']],
    [[]],
  ])('ends with 2 when it is misused: %j', async (words) => {
    const { code, out, err } = await make(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it.each(['event', 'source', 'actor', 'place'])('explains exit codes and gives examples for %s', async (kind) => {
    const { code, out } = await call('new', kind, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/Exit codes:\n {2}0 .+\n {2}1 .+\n {2}2 .+\n/);
    expect(out).toContain(`Examples:\n  counterclaim new ${kind} `);
  });
});
