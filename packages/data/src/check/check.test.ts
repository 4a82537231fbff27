import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../ledger/compile.ts';
import { formatProblem } from '../problem/problem.ts';
import { load } from '../reading/load.ts';
import type { PublishedRelease } from '../releases/since-release.ts';
import { EXCUSABLE } from '../rules/excusable.ts';
import { RULES } from '../rules/index.ts';
import { check, problemsOf } from './check.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../test/${name}`, import.meta.url));

/** A release of the records in a folder, which must be without a problem. */
function releaseOf(name: string): PublishedRelease {
  const checked = check(load(folder(name)));
  if (!checked.ok) throw new Error(checked.error.map((problem) => formatProblem(problem)).join('\n'));
  return { version: '2020.1', date: '2020-03-31', ledger: compile(checked.value) };
}

describe('check', () => {
  const problems = problemsOf(load(folder('bad')));
  const published = releaseOf('edited/before');
  const sinceRelease = problemsOf(load(folder('edited/after')), published);

  it('reports every problem of every file at once, sorted', async () => {
    const report = problems.map((problem) => `${formatProblem(problem)}\n`).join('');
    await expect(report).toMatchFileSnapshot('../../test/bad.txt');
  });

  it('reports what was edited in silence since a release, and what is wrong with what tells of it', async () => {
    const report = sinceRelease.map((problem) => `${formatProblem(problem)}\n`).join('');
    await expect(report).toMatchFileSnapshot('../../test/edited.txt');
  });

  it('has nothing to say of records that are as they were released', () => {
    expect(problemsOf(load(folder('edited/before')), published)).toEqual([]);
  });

  it('holds records against a release only where one is given', () => {
    const told = new Set(problemsOf(load(folder('edited/after'))).map(({ rule }) => rule));
    expect(told).not.toContain('silent-edit');
    expect(told).toContain('correction');
  });

  it('meets a problem of every rule in the folders of bad records', () => {
    const met = new Set([...problems, ...sinceRelease].map(({ rule }) => rule));
    expect([...met].sort()).toEqual([...RULES.map(({ id }) => id), 'layout', 'utf-8', 'yaml'].sort());
  });

  it('gives every problem a place, a rule, what is wrong and a remedy on one line', () => {
    for (const problem of [...problems, ...sinceRelease]) {
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
  it('lets records break those last that may be broken', () => {
    const excusable = RULES.filter((rule) => rule.excusable === true);
    expect(excusable).toEqual(EXCUSABLE);
    expect(RULES.slice(-excusable.length)).toEqual(EXCUSABLE);
  });

  it('have ids of their own, and say what they want in a sentence', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, wants } of RULES) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(wants).toMatch(/^[A-Z].+\.$/);
    }
  });
});
