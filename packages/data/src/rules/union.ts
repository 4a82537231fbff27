import type { z } from 'zod';
import { nearest } from '../problem/nearest.ts';
import { oneOf } from '../problem/phrase.ts';
import { Field } from '../reading/field.ts';
import type { YamlFile } from '../reading/yaml-file.ts';

type Issue = z.core.$ZodIssue;

/**
 * How far a branch of a union is from what was written: a wrong type is farther than a wrong value, and an
 * unknown key that is nearly the one that is missing says which branch was meant.
 */
function farness(issues: readonly Issue[], value: Field<YamlFile>): number {
  const missing = issues.flatMap(({ path: [key] }) =>
    key !== undefined && !value.at([key]).exists ? [String(key)] : [],
  );
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') {
      return sum + issue.keys.filter((key) => nearest(key, missing) === undefined).length;
    }
    return sum + (issue.code === 'invalid_type' && issue.path.length === 0 ? WRONG_TYPE : 1);
  }, 0);
}

/** Farther than any number of wrong values. */
const WRONG_TYPE = 1000;

/**
 * Issues with those of a union replaced by those of the branch that was most likely meant; where the value
 * fits the type of none, by one issue whose message says what to write.
 */
export function* unfoldUnions(issues: readonly Issue[], file: YamlFile): Generator<Issue> {
  for (const issue of issues) {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
      yield issue;
      continue;
    }
    const branches = issue.errors.map((branch) =>
      branch.map((inner): Issue => ({ ...inner, path: [...issue.path, ...inner.path] })),
    );
    const field = Field.of(file).at(issue.path);
    const fitting = issue.errors
      .map((branch, index) => ({ far: farness(branch, field), branch: branches[index] ?? [] }))
      .sort((a, b) => a.far - b.far);
    const best = fitting[0];
    if (best === undefined || best.far >= WRONG_TYPE) {
      yield { ...issue, errors: [], message: describeChoice(issue.errors) };
    } else {
      yield* unfoldUnions(best.branch, file);
    }
  }
}

/** The types that a union takes, in words. */
function describeChoice(errors: readonly (readonly Issue[])[]): string {
  const types = errors.flatMap((branch) =>
    branch.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected === 'object' ? 'a map' : 'an id'] : [])),
  );
  return `write ${oneOf([...new Set(types)])}`;
}
