import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { UNFINISHED } from '@counterclaim/data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, fixture } from './testing/call.ts';

const HERALD = 'arden-herald-2020-01-03';
const SOURCE = `sources/${HERALD}.yml`;

describe('commands that change records', () => {
  let root = '';
  let folder = '';
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'revise-'));
    folder = join(root, 'records');
    cpSync(fixture('records'), folder, { recursive: true });
    const released = await call(
      'release',
      '2026.1',
      '--records',
      folder,
      '--to',
      join(root, 'releases'),
      '--date',
      '2026-01-01',
    );
    expect(released.code).toBe(0);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const revise = (...words: string[]) =>
    call(...words, '--reason', 'Misread.', '--records', folder, '--releases', join(root, 'releases'));
  const check = () => call('check', folder, '--releases', join(root, 'releases'));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const shown = (file: string) => relative(process.cwd(), join(folder, file));

  it('correct writes the value and the correction, with a day', async () => {
    const words = [
      'correct',
      `${HERALD}/later-toll`,
      'body.quantity.value',
      '5',
      '--also',
      'paraphrase=The authority gave five.',
    ];
    const dry = await revise(...words, '--date', '2026-02-03', '--dry-run');
    expect(dry).toEqual({
      code: 0,
      out: `${shown(SOURCE)}\n`,
      err: '1 file would change; held against release 2026.1\n',
    });
    expect(read(SOURCE)).not.toContain('corrections');
    const { code, out, err } = await revise(...words, '--date', '2026-02-03');
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `${shown(SOURCE)}\n`,
      err: '1 file changed; held against release 2026.1\n',
    });
    expect(read(SOURCE)).toContain(
      "- date: '2026-02-03'\n        field: body.quantity.value\n        was: 3\n        now: 5\n",
    );
    expect((await check()).code).toBe(0);
    expect(await revise(...words)).toMatchObject({ code: 1, out: '' });
  });

  it('correct takes several records, all or none', async () => {
    const both = await revise('correct', 'places/old-harbour', 'places/arden', 'radiusKm', '9');
    expect(both.code).toBe(0);
    expect(both.out.split('\n')).toEqual([shown('places/arden.yml'), shown('places/old-harbour.yml'), '']);
    const before = read('places/arden.yml');
    const { code, err } = await revise('correct', 'places/arden', 'places/nowhere', 'radiusKm', '8');
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^RECORD: there is no place nowhere; .+\nnothing was written\n$/) as string,
    });
    expect(read('places/arden.yml')).toBe(before);
    // A number below nothing is no option.
    expect((await revise('correct', 'places/old-harbour', 'geometry.latitude', '-3.5')).code).toBe(0);
    expect((await revise('correct', `${HERALD}/first-toll`, 'hedge', '--remove')).code).toBe(0);
    expect((await check()).out).toContain('no problems');
  });

  it('prints what the check would find, and writes nothing', async () => {
    const before = read(SOURCE);
    const { code, out, err } = await revise('correct', `${HERALD}/later-toll`, 'body.quantity.value', '5');
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^${shown(SOURCE).replaceAll('.', '\\.')}:\\d+:\\d+ paraphrase-number: `));
    expect(err).toBe('nothing was written: the check would find 1 problem\n');
    expect(read(SOURCE)).toBe(before);
    const { out: json } = await revise('correct', `${HERALD}/later-toll`, 'body.quantity.value', '5', '--json');
    expect(JSON.parse(json)).toMatchObject({ written: false, files: [], problems: [{ rule: 'paraphrase-number' }] });
  });

  it('retract takes records back, and lists what names them', async () => {
    const named = await revise('retract', `${HERALD}/first-toll`);
    expect(named.code).toBe(1);
    expect(named.out).toMatch(
      /:\d+:\d+ retracted: "arden-herald-2020-01-03\/first-toll" was retracted; name another claim/,
    );
    expect(named.err).toContain(`retract them along: claims/${HERALD}/later-toll\n`);
    const { code } = await revise('retract', 'dockers');
    expect(code).toBe(0);
    expect((await check()).code).toBe(0);
  });

  it('rename moves a source with all that names it', async () => {
    const { code, out, err } = await revise('rename', 'source', HERALD, 'herald');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      `${shown('redirects.yml')} (new)`,
      `${shown(SOURCE)} (gone)`,
      `${shown('sources/herald.yml')} (new)`,
      '',
    ]);
    expect(err).toContain(`redirected: ${HERALD}\n`);
    expect((await check()).code).toBe(0);
    const onward = await revise('rename', 'claim', 'herald/first-toll', 'toll', '--json');
    expect(JSON.parse(onward.out)).toMatchObject({
      written: true,
      files: [{ file: 'redirects.yml' }, { file: 'sources/herald.yml' }],
    });
    expect((await check()).code).toBe(0);
    expect((await call('explain', '2020-01-02', '--records', folder)).out).toContain('herald/toll');
  });

  it('names a change that was interrupted, and takes it back first', async () => {
    const before = read('actors/arden.yml');
    const files = [{ file: 'actors/arden.yml', before, after: 'id: arden\n' }];
    writeFileSync(join(folder, UNFINISHED), JSON.stringify({ files }));
    writeFileSync(join(folder, 'actors/arden.yml'), 'id: arden\n');
    expect((await check()).out).toContain(
      `${shown(UNFINISHED)}:1:1 layout: a change of several files was interrupted; run counterclaim correct, retract or rename`,
    );
    const { code, err } = await revise('correct', 'actors/arden', 'name', 'The Republic of Arden');
    expect(code).toBe(0);
    expect(err).toContain('a change was interrupted: put back actors/arden.yml\n');
    expect(read('actors/arden.yml')).toContain('name: The Republic of Arden\n');
    expect((await check()).code).toBe(0);
  });

  it.each([
    [['correct', 'arden']],
    [['correct', 'actors/arden', 'name']],
    [['correct', 'actors/arden', 'name', 'A', '--date', '2026-02-30']],
    [['correct', 'actors/arden', 'name', 'A', '--also', 'kind']],
    [['retract']],
    [['rename', 'actor', 'arden']],
    [['rename', 'office', 'arden', 'a']],
  ])('ends with 2 when it is misused: %j', async (words) => {
    const { code, out, err } = await revise(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('wants a reason', async () => {
    for (const reason of [[], ['--reason', ' '], ['--reason', 'x'.repeat(401)]])
      expect((await call('retract', 'dockers', '--records', folder, ...reason)).code).toBe(2);
  });
});
