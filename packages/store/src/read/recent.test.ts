import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('Recent', () => {
  const counting = () => {
    let asked = 0;
    return { ask: () => Promise.resolve((asked += 1)), asked: () => asked };
  };

  it('asks once for what is asked again, or at the same time', async () => {
    const recent = new Recent<number>(2);
    const { ask, asked } = counting();
    expect(await Promise.all([recent.get(1, 'a', ask), recent.get(1, 'a', ask)])).toEqual([1, 1]);
    expect(await recent.get(1, 'a', ask)).toBe(1);
    expect(asked()).toBe(1);
  });

  it('asks anew once something was written', async () => {
    const recent = new Recent<number>(2);
    const { ask } = counting();
    expect(await recent.get(1, 'a', ask)).toBe(1);
    expect(await recent.get(2, 'a', ask)).toBe(2);
  });

  it('forgets what was asked longest ago', async () => {
    const recent = new Recent<number>(2);
    const { ask } = counting();
    for (const question of ['a', 'b', 'a', 'c']) await recent.get(1, question, ask);
    expect(await recent.get(1, 'a', ask)).toBe(1);
    expect(await recent.get(1, 'b', ask)).toBe(4);
  });

  it('keeps no failure', async () => {
    const recent = new Recent<number>(2);
    await expect(recent.get(1, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recent.get(1, 'a', () => Promise.resolve(7))).toBe(7);
  });
});
