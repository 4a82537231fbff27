import { failure, type Ledger, type Result, success } from '@counterclaim/domain';
import { compile } from '../ledger/compile.ts';
import type { Problem } from '../problem/problem.ts';
import type { Records } from '../reading/records.ts';
import { edtf } from '../rules/edtf.ts';
import { idIsFilename } from '../rules/id-is-filename.ts';
import { shape } from '../rules/shape.ts';
import { timeZone } from '../rules/time-zone.ts';
import { uniqueSlug } from '../rules/unique-slug.ts';
import { check } from './check.ts';

/** What records must keep so that a ledger can be made of them and assessed. */
const READABLE = [shape, edtf, timeZone, idIsFilename, uniqueSlug];

/**
 * The ledger that records make as they stand, whatever else is wrong with them: for looking at work in progress, never for
 * publishing.
 *
 * @returns The problems that keep it from being made, where there are any.
 */
export function draftLedger(records: Records): Result<Ledger, readonly Problem[]> {
  const checked = check(records, undefined, READABLE);
  return checked.ok ? success(compile(checked.value)) : failure(checked.error);
}
