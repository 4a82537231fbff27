import { formatProblem } from '../problem.ts';
import { parseRecord } from '../record-file.ts';
import type { Folder } from '../record.ts';
import { Records } from '../records.ts';
import { problemsOf } from '../check.ts';
import type { Rule } from '../rules/rule.ts';

/** Records from texts, by their paths: `events/harbour.yml`. */
export function recordsOf(texts: Readonly<Record<string, string>>): Records {
  const parsed = Object.entries(texts).map(([file, text]) => {
    const [folder, name = ''] = file.split('/');
    return parseRecord(folder as Folder, file, name.replace(/\.yml$/, ''), text);
  });
  return new Records(
    'records',
    parsed.map(({ record }) => record),
    parsed.flatMap(({ problems }) => problems),
  );
}

/** What one rule says of records, each problem as one line without the rule's name. */
export const found = (rule: Rule, texts: Readonly<Record<string, string>>): string[] =>
  problemsOf(recordsOf(texts), [rule]).map((problem) => formatProblem(problem).replace(` ${problem.rule}: `, ' '));

/** A source's file with claims, each given as the lines of a map. */
export const sourceWith = (...claims: string[]): string =>
  `id: s\nclaims:\n${claims.map((claim) => `  - ${claim.trim().replaceAll('\n', '\n    ')}\n`).join('')}`;
