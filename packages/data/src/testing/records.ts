import { problemsOf } from '../check/check.ts';
import { draftLedger } from '../check/draft.ts';
import { formatProblem, type Problem } from '../problem/problem.ts';
import { parseRecord, parseRegister, type RecordFile, type RegisterFile } from '../reading/record-file.ts';
import { Records } from '../reading/records.ts';
import type { PublishedRelease } from '../releases/since-release.ts';
import type { Rule } from '../rules/rule.ts';
import type { Folder } from '../schema/record.ts';
import { type Register, registerSchemas } from '../schema/register.ts';

const isRegister = (name: string): name is Register => Object.hasOwn(registerSchemas, name);

/** Records and registers from texts, by their paths: `events/harbour.yml`, `redirects.yml`. */
export function recordsOf(texts: Readonly<Record<string, string>>): Records {
  const files: RecordFile[] = [];
  const registers: RegisterFile[] = [];
  const problems: Problem[] = [];
  for (const [file, text] of Object.entries(texts)) {
    const [name = '', folder = ''] = file
      .replace(/\.yml$/, '')
      .split('/')
      .reverse();
    if (folder === '' && isRegister(name)) {
      const parsed = parseRegister(name, file, text);
      registers.push(parsed.register);
      problems.push(...parsed.problems);
    } else {
      const parsed = parseRecord(folder as Folder, file, name, text);
      files.push(parsed.record);
      problems.push(...parsed.problems);
    }
  }
  return new Records('records', files, problems, registers);
}

/** What one rule says of records, each problem as one line without the rule's name. */
export const found = (rule: Rule, texts: Readonly<Record<string, string>>, published?: PublishedRelease): string[] =>
  problemsOf(recordsOf(texts), published, [rule]).map((problem) =>
    formatProblem(problem).replace(` ${problem.rule}: `, ' '),
  );

/**
 * A release, on 31 March 2020, of records that have their shape.
 *
 * @throws Error with their problems where they have not.
 */
export function releaseOf(texts: Readonly<Record<string, string>>): PublishedRelease {
  const drafted = draftLedger(recordsOf(texts));
  if (!drafted.ok) throw new Error(drafted.error.map((problem) => formatProblem(problem)).join('\n'));
  return { version: '2020.1', date: '2020-03-31', ledger: drafted.value };
}

/** A source's file with claims, each given as the lines of a map. */
export const sourceWith = (...claims: string[]): string =>
  `id: s\nclaims:\n${claims.map((claim) => `  - ${claim.trim().replaceAll('\n', '\n    ')}\n`).join('')}`;

/** A source's file in its whole shape, with whole claims of one number each: slug, number, and lines of their own. */
export const tolls = (...claims: (readonly [slug: string, number: number, more?: string])[]): string =>
  `title: Tolls\npublisher: paper\nlanguage: en\nkind: article\n${sourceWith(
    ...claims.map(
      ([slug, number, more = '']) =>
        `slug: ${slug}\nabout: [e]\nclaimant: ministry\nevidence: { excerpt: true }\nparaphrase: The ministry gave ${number} killed.\n` +
        `body:\n  kind: casualties\n  outcome: killed\n  persons: all\n  quantity: { bound: exact, value: ${number} }\n${more}`,
    ),
  )}`;
