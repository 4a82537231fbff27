import { failure, type Result, success } from '@counterclaim/domain';
import { problemsOf } from '../check/check.ts';
import type { Problem } from '../problem/problem.ts';
import type { Records } from '../reading/records.ts';
import type { PublishedRelease } from '../releases/since-release.ts';
import type { Refusal } from '../scaffold/scaffold.ts';
import type { ChangedFile, EditedRecords } from './edited-records.ts';

/** What a revision is made of: the records, what they are held against, and where their schemas are. */
export interface Ground {
  readonly records: Records;
  /** The latest release. Without one, every record counts as released. */
  readonly published: PublishedRelease | undefined;
  /** The way from the folder of records to their JSON Schemas (`schemasFrom`). */
  readonly schemas: string;
}

/** A change to records that the check has nothing against, not written yet. */
export interface Revision {
  /** Sorted by path. */
  readonly files: readonly ChangedFile[];
  /** What whoever wants it should know. */
  readonly notes: readonly string[];
}

/** Why nothing is to be written. */
export interface NoRevision {
  /** What is wrong in what was wanted. */
  readonly refusals: readonly Refusal[];
  /** What the check would find that it does not find now, in lines of the files as they would be. */
  readonly problems: readonly Problem[];
}

export type Revised = Result<Revision, NoRevision>;

/** Nothing is to be written, for these reasons. */
export const refused = (refusals: readonly Refusal[], problems: readonly Problem[] = []): Revised =>
  failure({ refusals, problems });

const UNREAD = new Set(['yaml', 'utf-8']);

/** Files that cannot be read may name what is to change: nothing is changed beside them. */
export function unread({ records }: Ground): Revised | undefined {
  const problems = records.problems.filter(({ rule }) => UNREAD.has(rule));
  return problems.length === 0 ? undefined : refused([], problems);
}

const keyOf = ({ file, rule, what }: Problem): string => `${rule} ${file} ${what}`;

/** Problems that were not there before; one that stands twice counts twice. Lines may have moved. */
function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Map<string, number>();
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    const left = known.get(keyOf(problem)) ?? 0;
    if (left > 0) known.set(keyOf(problem), left - 1);
    return left === 0;
  });
}

/** Asks every rule of records with their changes, and refuses these where they bring a problem. */
export function revised({ records, published }: Ground, edited: EditedRecords, notes: readonly string[]): Revised {
  const { files, records: after } = edited.finish();
  const before = problemsOf(records, published);
  const found = problemsOf(after, published);
  const problems = newProblems(before, found);
  if (problems.length > 0) return refused([], problems);
  const left = found.length === 0 ? [] : [`problems that were there before and stay: ${found.length}`];
  return success({ files, notes: [...notes, ...left] });
}
