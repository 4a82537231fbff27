import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, fixture } from '../../testing/call.ts';

describe('counterclaim fmt', () => {
  let folder = '';
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'fmt-')), 'records');
    cpSync(fixture('records'), folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(join(folder, '..'), { recursive: true });
  });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
  };
  const shown = (file: string) => relative(process.cwd(), join(folder, file));

  it('lays out every file, names those that changed, and changes nothing a second time', async () => {
    const digest = (await call('check', folder)).out;
    write(
      'places/old-harbour.yml',
      `precision: near\n# where\n${read('places/old-harbour.yml').replace(/precision.*\n/, '')}`,
    );
    const { code, out, err } = await call('fmt', folder);
    expect(code).toBe(0);
    expect(out.split('\n')).toContain(shown('places/old-harbour.yml'));
    expect(err).toBe('9 of 9 files changed\n');
    expect(read('places/old-harbour.yml')).toMatch(
      /^# yaml-language-server: \$schema=\S+\/place\.json\n# where\nid: old-harbour\n[^]+\nprecision: near\nwithin: arden\n$/,
    );
    expect((await call('check', folder)).out).toBe(digest);
    expect(await call('fmt', folder)).toEqual({ code: 0, out: '', err: '0 of 9 files changed\n' });
    expect(readdirSync(join(folder, 'places'))).toEqual(['arden.yml', 'old-harbour.yml']);
  });

  it('names a schema that is there', async () => {
    await call('fmt', folder);
    const [, way = ''] = /\$schema=(.+)\n/.exec(read('actors/arden.yml')) ?? [];
    expect(JSON.parse(readFileSync(join(folder, 'actors', way), 'utf8'))).toMatchObject({ type: 'object' });
    cpSync(join(folder, 'actors', way, '..'), join(folder, '../schemas'), { recursive: true });
    await call('fmt', folder);
    expect(read('actors/arden.yml')).toContain('$schema=../../schemas/actor.json\n');
  });

  it('with --check, changes nothing, names what would change and fails', async () => {
    await call('fmt', folder);
    expect(await call('fmt', '--check', folder)).toEqual({ code: 0, out: '', err: '9 files, each as it should be\n' });
    const text = `${read('actors/arden.yml')}\n\n`;
    write('actors/arden.yml', text);
    expect(await call('fmt', '--check', folder)).toEqual({
      code: 1,
      out: `${shown('actors/arden.yml')}\n`,
      err: `1 of 9 files not laid out: run counterclaim fmt ${folder}\n`,
    });
    expect(read('actors/arden.yml')).toBe(text);
  });

  it('leaves a file alone that it cannot read, lays out the others, and fails', async () => {
    write('actors/arden.yml', 'id: arden\nname: [Arden\n');
    const { code, out, err } = await call('fmt', folder);
    expect(code).toBe(1);
    expect(out).toContain(`${shown('actors/arden.yml')}:3:1 yaml: `);
    expect(err).toBe('1 file left alone: put right what is told of above, then lay out again\n8 of 8 files changed\n');
    expect(read('actors/arden.yml')).toBe('id: arden\nname: [Arden\n');
    expect(read('actors/northern-front.yml')).toMatch(/^# yaml-language-server/);
  });

  it('keeps links links, and the rights of a file', async () => {
    const target = join(folder, '../elsewhere.yml');
    cpSync(join(folder, 'actors/arden.yml'), target);
    chmodSync(target, 0o640);
    rmSync(join(folder, 'actors/arden.yml'));
    symlinkSync(target, join(folder, 'actors/arden.yml'));
    expect((await call('fmt', folder)).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toMatch(/^# yaml-language-server/);
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  it('gives it as JSON', async () => {
    write('actors/tab.yml', 'id:\ttab\n');
    const { code, out, err } = await call('fmt', '--check', '--json', folder);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      folder: relative(process.cwd(), folder),
      files: 9,
      changed: expect.arrayContaining(['actors/arden.yml']) as unknown,
      problems: [
        { file: 'actors/tab.yml', line: 1, column: 4, rule: 'yaml', remedy: 'write spaces: two for each level' },
      ],
    });
  });

  it('has nothing to do for the curated records', async () => {
    expect((await call('fmt', '--check')).code).toBe(0);
  });
});
