import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check, problemsOf } from './check.ts';
import { load } from './load.ts';
import { formatProblem } from './problem.ts';
import { RULES } from './rules/index.ts';

const folder = (name: string) => fileURLToPath(new URL(`../test/${name}`, import.meta.url));

describe('check', () => {
  const problems = problemsOf(load(folder('bad')));

  it('reports every problem of every file at once, sorted', async () => {
    const report = problems.map((problem) => `${formatProblem(problem)}\n`).join('');
    await expect(report).toMatchFileSnapshot('../test/bad.txt');
  });

  it('meets a problem of every rule in the folder of bad records', () => {
    const met = new Set(problems.map(({ rule }) => rule));
    expect([...met].sort()).toEqual([...RULES.map(({ id }) => id), 'layout', 'utf-8', 'yaml'].sort());
  });

  it('gives every problem a place, a rule, what is wrong and a remedy on one line', () => {
    for (const problem of problems) {
      expect(formatProblem(problem)).toMatch(/^\S+:[1-9]\d*:[1-9]\d* [a-z0-9-]+: [^;]+; .+$/);
    }
  });

  it('refuses the bad records and accepts the good ones, typed', () => {
    expect(check(load(folder('bad')))).toEqual({ ok: false, error: problems });
    const good = check(load(folder('good')));
    expect(good.ok && good.value.events.map(({ id }) => id)).toEqual(['2020-01-02-old-harbour']);
  });
});

describe('RULES', () => {
  it('have ids of their own, and say what they want in a sentence', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, wants } of RULES) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(wants).toMatch(/^[A-Z].+\.$/);
    }
  });
});
