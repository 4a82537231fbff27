import { existsSync, watch } from 'node:fs';
import type { Problem, Records } from '@counterclaim/data';
import type { ExitCode, Output } from '../../output.ts';
import { counted, openRecords, problemLines } from '../../records.ts';

/** Milliseconds without a change after which records are checked: a save is often several. */
const QUIET = 100;

/** Changed files that are named at most. */
const NAMED = 3;

/** What one look at the records found. */
interface Look {
  readonly problems: readonly Problem[];
  /** Text of each file, by its path. */
  readonly texts: ReadonlyMap<string, string>;
}

const lookOf = ({ files, registers }: Records, problems: readonly Problem[]): Look => ({
  problems,
  texts: new Map([...files, ...registers].map(({ file, text }) => [file, text])),
});

/** Problems of one look that are not in another, wherever in their files they stand: lines move. */
function missingFrom(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  const left = new Map<string, number>();
  const keyOf = ({ file, rule, what, remedy }: Problem): string => [file, rule, what, remedy].join('\n');
  for (const problem of others) left.set(keyOf(problem), (left.get(keyOf(problem)) ?? 0) + 1);
  return problems.filter((problem) => {
    const count = left.get(keyOf(problem)) ?? 0;
    left.set(keyOf(problem), count - 1);
    return count <= 0;
  });
}

/** Files that came, went or have another text. */
const changedFiles = ({ texts: before }: Look, { texts: after }: Look): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file)).sort();

const listed = (files: readonly string[]): string =>
  files.length <= NAMED ? files.join(', ') : `${files.slice(0, NAMED).join(', ')} and ${files.length - NAMED} more`;

/** What a look found that the one before it did not; nothing where both found the same. */
function news(before: Look, after: Look, folder: string): string {
  const files = changedFiles(before, after);
  const came = missingFrom(after.problems, before.problems);
  const went = missingFrom(before.problems, after.problems);
  if (files.length + came.length + went.length === 0) return '';
  const gone = problemLines(went, folder)
    .replace(/^/gm, 'gone: ')
    .replace(/gone: $/, '');
  const moved = [
    ...(came.length === 0 ? [] : [`${came.length} new`]),
    ...(went.length === 0 ? [] : [`${went.length} gone`]),
  ];
  const count = after.problems.length === 0 ? 'no problems' : counted(after.problems.length, 'problem');
  const status = `${files.length === 0 ? '' : `${listed(files)}: `}${count}${moved.length === 0 ? '' : `, ${moved.join(', ')}`}`;
  return `${gone}${problemLines(came, folder)}${status}\n`;
}

/**
 * Checks the records of a folder again whenever one changes, until it is interrupted, and writes what is new. A file that is
 * read while it is being saved is told of as it stands, and read again once it is whole.
 *
 * @param records As they have been checked and told of.
 * @param told The problems that were told.
 * @param check Finds the problems of records.
 * @returns 0 once interrupted, 2 when the folder is gone.
 */
export async function watchRecords(
  records: Records,
  told: readonly Problem[],
  check: (records: Records) => readonly Problem[],
  { out, err }: Output,
): Promise<ExitCode> {
  const { folder } = records;
  const { promise, resolve } = Promise.withResolvers<ExitCode>();
  let last = lookOf(records, told);
  let waiting: NodeJS.Timeout | undefined;
  const lookAgain = (): void => {
    try {
      const found = openRecords(folder);
      const now = lookOf(found, check(found));
      out(news(last, now, folder));
      last = now;
    } catch (error) {
      err(`${error instanceof Error ? error.message : String(error)}\n`);
      // What is amiss for a moment only, such as a folder that is being replaced, is followed by another change.
      if (!existsSync(folder)) resolve(2);
    }
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(lookAgain, QUIET);
  });
  watcher.on('error', (error) => {
    err(`${folder} cannot be watched (${error.message}): run the check without --watch\n`);
    resolve(2);
  });
  const interrupted = (): void => {
    resolve(0);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  // What changed between the check and the watch would never be told of.
  lookAgain();
  err('watching for changes; Ctrl-C ends it\n');
  try {
    return await promise;
  } finally {
    clearTimeout(waiting);
    watcher.close();
    process.removeListener('SIGINT', interrupted).removeListener('SIGTERM', interrupted);
  }
}
