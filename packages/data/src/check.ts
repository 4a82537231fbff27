import { type Actor, type Event, failure, type Place, type Redirect, type Result, success } from '@counterclaim/domain';
import type { Field } from './field.ts';
import { compareProblems, type Problem } from './problem.ts';
import { type Folder, recordSchemas, type SourceRecord } from './record.ts';
import type { Records } from './records.ts';
import { registerSchemas } from './register.ts';
import { RULES } from './rules/index.ts';
import type { Rule, Spot } from './rules/rule.ts';
import type { YamlFile } from './yaml-file.ts';

/** Records that keep every rule. */
export interface CheckedRecords {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly events: readonly Event[];
  readonly sources: readonly SourceRecord[];
  readonly redirects: readonly Redirect[];
}

function locate(field: Field<YamlFile>, spot: Spot) {
  return typeof spot === 'object'
    ? field.file.locateWords(field.path, spot.words)
    : field.file.locate(field.path, spot);
}

/** Every problem of all records, sorted by place: those of the files themselves and those that rules find. */
export function problemsOf(records: Records, rules: readonly Rule[] = RULES): Problem[] {
  const problems = [...records.problems];
  for (const rule of rules) {
    rule.check(records, (field, what, remedy, spot = 'value') => {
      problems.push({ file: field.file.file, ...locate(field, spot), rule: rule.id, what, remedy });
    });
  }
  return problems.sort(compareProblems);
}

/** The records as typed values, or everything that is wrong with them. */
export function check(records: Records): Result<CheckedRecords, readonly Problem[]> {
  const problems = problemsOf(records);
  if (problems.length > 0) return failure(problems);
  const parsed = <Kind extends Folder>(folder: Kind) =>
    records.of(folder).map(({ value }) => recordSchemas[folder].parse(value));
  return success({
    actors: parsed('actors') as Actor[],
    places: parsed('places') as Place[],
    events: parsed('events') as Event[],
    sources: parsed('sources') as SourceRecord[],
    redirects: registerSchemas.redirects.parse(records.register('redirects')?.value ?? { redirects: [] }).redirects,
  });
}
