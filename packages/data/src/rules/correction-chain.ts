import {
  type Correction,
  correctionSchema,
  type Json,
  replayCorrections,
  sameValue,
  valueAt,
} from '@counterclaim/domain';
import { shown, written } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import { type LedgerRecord, ledgerRecord, ledgerRecords, valueOf } from '../reading/ledger-record.ts';
import type { Records } from '../reading/records.ts';
import { type Lead, leadBy } from '../releases/lead.ts';
import { redirectsOf, releasedValue, type SinceRelease } from '../releases/since-release.ts';
import { faultsOf } from './correction.ts';
import { tooEarly } from './editorial-day.ts';
import type { Report, Rule } from './rule.ts';

/** Whether one of two fields is, or lies within, the other. */
const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

interface Written {
  readonly field: Field;
  readonly correction: Correction;
}

/** The corrections of a record with which nothing is wrong by themselves, as they are written. */
const writtenIn = ({ type, field: record }: LedgerRecord): Written[] =>
  record.get('corrections').items.flatMap((field) => {
    const parsed = correctionSchema.safeParse(field.value);
    if (!parsed.success || !faultsOf(type, field).next().done) return [];
    return [{ field, correction: parsed.data }];
  });

/** What to do about a correction that ends with a value that does not stand. */
function remedyFor({ field, now }: Correction, stands: Json, next: Correction | undefined): string {
  if (now === null && /\.\d+$/.test(field)) return `correct the whole list: field: ${field.replace(/\.\d+$/, '')}`;
  if (next !== undefined) return 'give both the same value';
  return `correct the record, or now, or add a correction of ${field} with was: ${written(now)}, now: ${written(stands)}`;
}

/** Undoes the corrections of a record, the latest first: each must leave what it found. */
function checkEnds(record: LedgerRecord, corrections: readonly Written[], lead: Lead, report: Report): void {
  let value = valueOf(record);
  for (const [index, { field, correction }] of [...corrections.entries()].reverse()) {
    const path = correction.field.split('.');
    const stands = valueAt(value, path);
    if (!sameValue(lead(stands), lead(correction.now))) {
      const next = corrections.slice(index + 1).find((later) => overlap(later.correction.field, correction.field));
      report(
        field.get('now'),
        next === undefined
          ? `${correction.field} is ${shown(stands)} in the record, and ${shown(correction.now)} by its last correction`
          : `${correction.field} is ${shown(correction.now)} by this correction, and was ${shown(stands)} by the next`,
        remedyFor(correction, stands, next?.correction),
      );
    }
    value = replayCorrections(value, [{ ...correction, was: stands, now: correction.was }]).value;
  }
}

/** Corrections that came after the release begin with what was released, and are of a later day. */
function checkBeginnings(records: Records, since: SinceRelease, report: Report): void {
  for (const { type, id, corrections, lostCorrections, unfoundedCorrections } of since.comparison.changed) {
    const record = ledgerRecord(records, type, id);
    if (record === undefined) continue;
    // One that was altered since is told of as a silent edit.
    const isAltered = ({ date, field }: Correction): boolean =>
      lostCorrections.some((lost) => lost.date === date && lost.field === field);
    const added = writtenIn(record).filter(
      ({ correction }) => corrections.some((each) => sameValue(each, correction)) && !isAltered(correction),
    );
    const released = releasedValue(since, record);
    for (const [index, { field, correction }] of added.entries()) {
      if (correction.date < since.date) {
        report(field.get('date'), ...tooEarly('correction', correction.date, since));
      }
      const isFirst = !added.slice(0, index).some((before) => overlap(before.correction.field, correction.field));
      if (!isFirst || !unfoundedCorrections.some((each) => sameValue(each, correction))) continue;
      const stood = valueAt(released, correction.field.split('.'));
      if (sameValue(stood, correction.was)) continue;
      report(
        field.get('was'),
        `${correction.field} was never ${shown(correction.was)}: release ${since.version} has ${shown(stood)}`,
        `write was: ${written(stood)}, or take the correction away where nothing else was published`,
      );
    }
  }
}

export const correctionChain: Rule = {
  id: 'correction-chain',
  wants:
    'Corrections of a field hang together: the first begins with the value that was released, each next one where the last ended, and the last ends with what stands.',
  check(records, report, since) {
    const lead = leadBy(redirectsOf(records));
    for (const record of ledgerRecords(records)) checkEnds(record, writtenIn(record), lead, report);
    if (since !== undefined) checkBeginnings(records, since, report);
  },
};
