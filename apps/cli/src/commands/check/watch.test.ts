import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixture } from '../../testing/call.ts';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));

/** `counterclaim check --watch` as a process, and what it writes while it runs. */
class Watching {
  readonly #child: ChildProcess;
  readonly ended: Promise<number | null>;
  #written = '';
  #wake: () => void = () => undefined;

  constructor(folder: string) {
    this.#child = spawn(process.execPath, [main, 'check', '--watch', folder]);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#written += text;
        this.#wake();
      });
    }
    this.ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        resolve(code);
        this.#wake();
      });
    });
  }

  /** Waits for a line, and gives all that was written since the last one that was waited for. */
  async until(line: RegExp): Promise<string> {
    for (;;) {
      const found = line.exec(this.#written);
      if (found !== null) {
        const end = found.index + found[0].length;
        const told = this.#written.slice(0, end);
        this.#written = this.#written.slice(end);
        return told;
      }
      if (this.#child.exitCode !== null) throw new Error(`ended without ${String(line)}: ${this.#written}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  interrupt(): void {
    this.#child.kill('SIGINT');
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

describe('counterclaim check --watch', () => {
  let folder = '';
  let watching: Watching;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'watch-'));
    cpSync(fixture('records'), folder, { recursive: true });
    watching = new Watching(folder);
    await watching.until(/no problems\ndigest [0-9a-f]{64}\n(?:.|\n)*Ctrl-C ends it\n/);
  });
  afterEach(() => {
    watching.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const quay = (): string => join(folder, 'places/old-harbour.yml');

  it('tells what a change brings and what it takes away, and ends with 0 when it is interrupted', async () => {
    const good = readFileSync(quay(), 'utf8');
    writeFileSync(quay(), good.replace('kind: ', 'knid: '));
    const bad = await watching.until(/places\/old-harbour\.yml: \d+ problems?, \d+ new\n/);
    expect(bad).toContain('places/old-harbour.yml:3:1 shape: unknown key "knid"; write kind, or take it away\n');

    // As many editors save: another file takes the place of the old one.
    writeFileSync(join(folder, 'places/.swap'), good);
    renameSync(join(folder, 'places/.swap'), quay());
    const gone = await watching.until(/places\/old-harbour\.yml: no problems, \d+ gone\n/);
    expect(gone).toContain('gone: ');
    expect(gone).not.toContain(' new');

    watching.interrupt();
    expect(await watching.ended).toBe(0);
  });

  it('survives a file that is read half-saved', async () => {
    const good = readFileSync(quay(), 'utf8');
    writeFileSync(quay(), good.slice(0, good.indexOf('geometry') + 12));
    await watching.until(/old-harbour\.yml: \d+ problems?, \d+ new\n/);
    writeFileSync(quay(), '');
    await watching.until(/old-harbour\.yml: \d+ problems?, .*\n/);
    writeFileSync(quay(), good);
    await watching.until(/old-harbour\.yml: no problems, \d+ gone\n/);
  });

  it('takes notice of files that come and go', async () => {
    writeFileSync(join(folder, 'actors/nobody.yml'), 'id: nobody\nname: Nobody\nkind: party\n');
    expect(await watching.until(/actors\/nobody\.yml: 1 problem, 1 new\n/)).toContain('orphan: ');
    rmSync(join(folder, 'actors/nobody.yml'));
    await watching.until(/actors\/nobody\.yml: no problems, 1 gone\n/);
  });

  it('ends with 2 when the folder goes', async () => {
    rmSync(folder, { recursive: true });
    expect(await watching.until(/is no folder: .*\n/)).toContain(folder.split('/').at(-1));
    expect(await watching.ended).toBe(2);
  });
});
