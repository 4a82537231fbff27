import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

function progressOn(columns: number | undefined) {
  const clock = { now: 0 };
  let text = '';
  const progress = new Progress({
    write: (more) => (text += more),
    terminal: columns === undefined ? undefined : { columns, colour: false },
    now: () => clock.now,
  });
  return {
    progress,
    clock,
    rows: (count: number, share: number) => {
      for (let index = 0; index < count; index += 1) progress.row(share);
    },
    get text() {
      return text;
    },
  };
}

describe('progress', () => {
  it('is one line on a terminal, with rate and time left, and goes at the end', () => {
    const shown = progressOn(80);
    shown.clock.now = 2_000;
    shown.rows(6_400, 0.25);
    expect(shown.text).toBe('\r64 rows · 25 % · 32 rows/s · 0:06 left\u001b[K');
    shown.clock.now = 4_000;
    shown.rows(6_400, 0.5);
    expect(shown.text.split('\r').at(-1)).toBe('6,464 rows · 50 % · 1,616 rows/s · 0:04 left\u001b[K');
    shown.progress.stage('deriving');
    shown.clock.now = 69_000;
    shown.progress.look();
    expect(shown.text.split('\r').at(-1)).toBe('12,800 rows read, deriving · 1:05\u001b[K');
    shown.progress.say('wait');
    expect(shown.text.endsWith('\r\u001b[Kwait\n')).toBe(true);
    shown.progress.end();
    expect(shown.text.endsWith('wait\n')).toBe(true);
  });

  it('is no longer than the terminal is wide', () => {
    const shown = progressOn(12);
    shown.clock.now = 2_000;
    shown.rows(64, 0.25);
    expect(shown.text).toBe('\r64 rows · 2\u001b[K');
  });

  it('is a line now and then elsewhere', () => {
    const shown = progressOn(undefined);
    shown.clock.now = 29_999;
    shown.rows(640, 0.1);
    expect(shown.text).toBe('');
    shown.clock.now = 30_000;
    shown.rows(640, 0.1);
    expect(shown.text).toBe('704 rows · 10 % · 23 rows/s · 4:30 left\n');
    shown.progress.end();
    expect(shown.text.split('\n')).toHaveLength(2);
  });
});
