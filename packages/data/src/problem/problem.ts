/** Something that is wrong in a record, where it stands, and what to do about it. */
export interface Problem {
  /** Path within the folder of records, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** Id of the rule that was broken. */
  readonly rule: string;
  readonly what: string;
  readonly remedy: string;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which problems are reported: by file, line, column, rule. */
export const compareProblems = (a: Problem, b: Problem): number =>
  compare(a.file, b.file) ||
  compare(a.line, b.line) ||
  compare(a.column, b.column) ||
  compare(a.rule, b.rule) ||
  compare(a.what, b.what);

/**
 * A problem as one line: `file:line:col rule: what; remedy`.
 *
 * @param folder Where the records lie as the reader sees it, put before the file.
 */
export const formatProblem = ({ file, line, column, rule, what, remedy }: Problem, folder = ''): string =>
  `${folder === '' || folder.endsWith('/') ? folder : `${folder}/`}${file}:${line}:${column} ${rule}: ${what}; ${remedy}`;
