import { type Actor, type Event, failure, type Ledger, type Place, type Result, success } from '@counterclaim/domain';
import { compile } from './compile.ts';
import { compareProblems, type Problem } from './problem.ts';
import { type Folder, recordSchemas, type SourceRecord } from './record.ts';
import type { Records } from './records.ts';
import { registerSchemas } from './register.ts';
import { edtf } from './rules/edtf.ts';
import { idIsFilename } from './rules/id-is-filename.ts';
import { shape } from './rules/shape.ts';
import { timeZone } from './rules/time-zone.ts';
import { uniqueSlug } from './rules/unique-slug.ts';

/** What records must keep so that a ledger can be made of them and assessed. */
const READABLE = [shape, edtf, timeZone, idIsFilename, uniqueSlug];

/**
 * The ledger that records make as they stand, whatever else is wrong with them: for looking at work in progress, never for
 * publishing.
 *
 * @returns The problems that keep it from being made, where there are any.
 */
export function draftLedger(records: Records): Result<Ledger, readonly Problem[]> {
  const problems = [...records.problems];
  for (const rule of READABLE) {
    rule.check(records, (field, what, remedy, spot = 'value') => {
      const at = field.file.locate(field.path, typeof spot === 'object' ? 'value' : spot);
      problems.push({ file: field.file.file, ...at, rule: rule.id, what, remedy });
    });
  }
  if (problems.length > 0) return failure(problems.sort(compareProblems));
  const parsed = <Kind extends Folder>(folder: Kind) =>
    records.of(folder).map(({ value }) => recordSchemas[folder].parse(value));
  return success(
    compile({
      actors: parsed('actors') as Actor[],
      places: parsed('places') as Place[],
      events: parsed('events') as Event[],
      sources: parsed('sources') as SourceRecord[],
      redirects: registerSchemas.redirects.parse(records.register('redirects')?.value ?? { redirects: [] }).redirects,
    }),
  );
}
