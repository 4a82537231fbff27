import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReleaseIndex } from '@counterclaim/data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, fixture } from '../../testing/call.ts';
import { contents } from '../../testing/contents.ts';
import { isThere } from './again.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Releases into a folder in a process of its own, interrupted at its nth call that writes there. */
async function interrupted(folder: string, at: number, by: string) {
  const words = ['release', '2026.1', '--records', fixture('records'), '--to', folder, '--date', '2026-11-21'];
  const child = spawn(
    process.execPath,
    ['--import', path('../../testing/interrupt.ts'), path('../../main.ts'), ...words],
    {
      env: { ...process.env, INTERRUPT_IN: folder, INTERRUPT_AT: String(at), INTERRUPT_BY: by },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, err };
}

/** What a reader of a folder of releases sees: hidden names are nobody's. */
const visible = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith('.'));

describe('an interrupted release', () => {
  let root = '';
  let whole: Record<string, string> = {};
  let calls = 0;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'interrupted-'));
    const { code, err } = await interrupted(join(root, 'whole'), Infinity, 'kill');
    expect(code, err).toBe(0);
    calls = Number(/^calls: (\d+)$/m.exec(err)?.[1]);
    whole = contents(join(root, 'whole'));
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  /** First, last and random calls: those near the end move what was written to its place. */
  const points = (random: number): number[] => [
    ...new Set([
      1,
      2,
      3,
      ...Array.from({ length: random }, () => 4 + Math.floor(Math.random() * (calls - 10))),
      ...Array.from({ length: 7 }, (_, index) => calls - index),
    ]),
  ];

  it('is whole and listed, or not there at all, wherever it is killed; and is made by a second run', async () => {
    expect(calls).toBeGreaterThan(40);
    for (const at of points(3)) {
      const folder = join(root, `killed-${at}`);
      const { signal } = await interrupted(folder, at, 'kill');
      const where = `killed at call ${at} of ${calls}`;
      expect(signal, where).toBe('SIGKILL');
      const again = ['release', '2026.1', '--records', fixture('records'), '--to', folder, '--date', '2026-11-21'];
      const listed = readReleaseIndex(folder).releases[0];
      if (listed === undefined) {
        expect((await call(...again)).code, where).toBe(0);
      } else {
        expect(
          listed.files.filter((file) => !isThere(folder, '2026.1', file)),
          where,
        ).toEqual([]);
        expect((await call(...again)).code, where).toBe(2);
      }
      expect(visible(folder), where).toEqual(['2026.1', 'index.json']);
      // Drafts of a process that is gone are swept away by the next release.
      if (listed === undefined) expect(contents(folder), where).toEqual(whole);
    }
  });

  it.each([
    // Calls 4 and 0 before the last only ask for names to be on the disk, and may fail.
    ['ENOSPC', 'free some space there', () => [1, 2, 8, calls - 5, calls - 1]],
    // Told in other words, and undone in the same way.
    ['EACCES', 'allow writing there', () => [1, calls - 1]],
  ] as const)(
    'leaves the folder as it was when writing fails with %s, and says what to do in one line',
    async (by, remedy, points) => {
      for (const at of points()) {
        const folder = join(root, `${by}-${at}`);
        const { code, err } = await interrupted(folder, at, by);
        const where = `${by} at call ${at} of ${calls}: ${err}`;
        expect(code, where).toBe(2);
        expect(err.split('\n')[0], where).toMatch(
          new RegExp(`cannot be written \\(${by}\\): ${remedy}.*; nothing was released$`),
        );
        expect(err.trimEnd().split('\n'), where).toHaveLength(2);
        expect(existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'index.json') : [], where).toEqual(
          [],
        );
        expect(readReleaseIndex(folder).releases, where).toEqual([]);
      }
    },
  );
});
