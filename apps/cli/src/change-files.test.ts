import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UNFINISHED } from '@counterclaim/data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeFiles, recoverFiles } from './change-files.ts';

const CHANGES = [
  { file: 'actors/a.yml', before: 'a\n', after: 'A\n' },
  { file: 'actors/new.yml', before: null, after: 'new\n' },
  { file: 'actors/old.yml', before: 'old\n', after: null },
];

describe('changing files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'change-'));
    mkdirSync(join(folder, 'actors'));
    writeFileSync(join(folder, 'actors/a.yml'), 'a\n');
    writeFileSync(join(folder, 'actors/old.yml'), 'old\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const texts = () =>
    Object.fromEntries(
      readdirSync(join(folder, 'actors')).map((name) => [name, readFileSync(join(folder, 'actors', name), 'utf8')]),
    );
  const BEFORE = { 'a.yml': 'a\n', 'old.yml': 'old\n' };
  const AFTER = { 'a.yml': 'A\n', 'new.yml': 'new\n' };

  it('changes all', () => {
    changeFiles(folder, CHANGES);
    expect(texts()).toEqual(AFTER);
    expect(readdirSync(folder)).toEqual(['actors']);
  });

  it('changes nothing where a file was edited in the meantime', () => {
    writeFileSync(join(folder, 'actors/a.yml'), 'edited\n');
    expect(() => {
      changeFiles(folder, CHANGES);
    }).toThrow('actors/a.yml was edited in the meantime: nothing was written');
    expect(texts()).toEqual({ ...BEFORE, 'a.yml': 'edited\n' });
    expect(readdirSync(folder)).toEqual(['actors']);
  });

  it('puts back what it changed where a file cannot be written', () => {
    const unwritable = [...CHANGES, { file: 'actors/a.yml/below.yml', before: null, after: 'x\n' }];
    expect(() => {
      changeFiles(folder, unwritable);
    }).toThrow();
    expect(texts()).toEqual(BEFORE);
    expect(readdirSync(folder)).toEqual(['actors']);
  });

  /** Changes the files in a process that is killed at its nth call that writes. */
  const killedAt = (at: number) => {
    const script = `import { changeFiles } from ${JSON.stringify(new URL('change-files.ts', import.meta.url).href)};
      changeFiles(${JSON.stringify(folder)}, ${JSON.stringify(CHANGES)});`;
    const interrupt = fileURLToPath(new URL('testing/interrupt.ts', import.meta.url));
    const env = { ...process.env, INTERRUPT_IN: folder, INTERRUPT_AT: String(at), INTERRUPT_BY: 'kill' };
    return spawnSync(process.execPath, ['--import', interrupt, '--input-type=module', '-e', script], {
      env,
      encoding: 'utf8',
    });
  };

  it('is taken back wherever it was killed', () => {
    let at = 1;
    for (; ; at += 1) {
      const { signal, status } = killedAt(at);
      if (signal === null) {
        expect(status).toBe(0);
        break;
      }
      recoverFiles(folder);
      // Killed at its last step, all is written and only the list of what was left to take away.
      expect([BEFORE, AFTER]).toContainEqual(visible(texts()));
      expect(existsSync(join(folder, UNFINISHED))).toBe(false);
      if ('new.yml' in texts()) break;
    }
    expect(at).toBeGreaterThan(4);
  });

  it('takes nothing back of what was edited since', () => {
    writeFileSync(join(folder, UNFINISHED), JSON.stringify({ files: CHANGES }));
    writeFileSync(join(folder, 'actors/a.yml'), 'edited\n');
    expect(() => recoverFiles(folder)).toThrow(/actors\/a\.yml was edited since: put the files that it lists/);
    expect(texts()).toEqual({ ...BEFORE, 'a.yml': 'edited\n' });
    writeFileSync(join(folder, 'actors/a.yml'), 'A\n');
    expect(recoverFiles(folder)).toEqual(CHANGES.map(({ file }) => file));
    expect(texts()).toEqual(BEFORE);
  });
});

/** Without what begins with a dot, which is read by nobody. */
const visible = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !name.startsWith('.')));
