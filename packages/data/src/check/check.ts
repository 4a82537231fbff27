import { type Actor, type Event, failure, type Place, type Result, success } from '@counterclaim/domain';
import { compareProblems, type Problem } from '../problem/problem.ts';
import type { CheckedRecords } from '../ledger/checked-records.ts';
import type { Field } from '../reading/field.ts';
import type { Records } from '../reading/records.ts';
import type { YamlFile } from '../reading/yaml-file.ts';
import { type PublishedRelease, sinceRelease } from '../releases/since-release.ts';
import { excuses, exceptionsOf } from '../rules/excuse.ts';
import { RULES } from '../rules/index.ts';
import type { Report, Rule, Spot } from '../rules/rule.ts';
import { type Folder, recordSchemas, type SourceRecord } from '../schema/record.ts';
import { registerSchemas } from '../schema/register.ts';

function locate(field: Field<YamlFile>, spot: Spot) {
  return typeof spot === 'object'
    ? field.file.locateWords(field.path, spot.words)
    : field.file.locate(field.path, spot);
}

/**
 * Every problem of all records, sorted by place: those of the files themselves and those that rules find.
 *
 * @param published The release that they are held against, so that nothing that was published is edited in silence.
 */
export function problemsOf(records: Records, published?: PublishedRelease, rules: readonly Rule[] = RULES): Problem[] {
  const problems = [...records.problems];
  const since = published && sinceRelease(published, records);
  const exceptions = exceptionsOf(records);
  for (const rule of rules) {
    const report: Report = (field, what, remedy, spot = 'value') => {
      if (rule.excusable === true && exceptions.some((exception) => excuses(exception, rule, field))) return;
      problems.push({ file: field.file.file, ...locate(field, spot), rule: rule.id, what, remedy });
    };
    rule.check(records, report, since);
  }
  return problems.sort(compareProblems);
}

/**
 * The records as typed values, or everything that is wrong with them.
 *
 * @param published The release that they are held against; without one, they may say what they like of their past.
 */
export function check(
  records: Records,
  published?: PublishedRelease,
  rules?: readonly Rule[],
): Result<CheckedRecords, readonly Problem[]> {
  const problems = problemsOf(records, published, rules);
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
