import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { call, fixture } from './testing/call.ts';

describe('counterclaim', () => {
  it('lists its commands', async () => {
    const { code, out } = await call('--help');
    expect(code).toBe(0);
    for (const command of [
      'new',
      'correct',
      'retract',
      'rename',
      'check',
      'fmt',
      'verify',
      'passage',
      'explain',
      'diff',
      'import',
      'export',
      'datasets',
      'remove',
      'backup',
    ])
      expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it.each([
    'new',
    'correct',
    'retract',
    'rename',
    'check',
    'fmt',
    'verify',
    'passage',
    'explain',
    'diff',
    'import',
    'export',
    'datasets',
    'remove',
    'backup',
  ])('explains exit codes and gives examples for %s', async (command) => {
    const { code, out } = await call(command, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/Exit codes.*:\n {2}0 .+\n {2}1 .+\n {2}2 .+\n/);
    expect(out).toContain(`Examples:\n  counterclaim ${command}`);
  });

  it.each([
    [['chekc']],
    [['check', '--jsn']],
    [['verify']],
    [['passage']],
    [['explain']],
    [['diff']],
    [['check', '--watch', '--json']],
    [[]],
  ])('ends with 2 when it is misused: %j', async (words) => {
    vi.stubEnv('COUNTERCLAIM_SOURCES', undefined);
    const { code, out, err } = await call(...words);
    vi.unstubAllEnvs();
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).not.toBe('');
  });

  it('runs as a process, and ends with the command’s code', () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    const ended = spawnSync(process.execPath, [main, 'check', fixture('nowhere')], { encoding: 'utf8' });
    expect(ended.stderr).toBe(
      `${fixture('nowhere')} is no folder: name the folder that holds actors, places, events, sources\n`,
    );
    expect(ended.status).toBe(2);
  });
});
