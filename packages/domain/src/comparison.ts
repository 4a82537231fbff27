import { type AssessmentChange, compareAssessments } from './assessment-change.ts';
import { followRedirects } from './follow.ts';
import type { Ledger } from './ledger.ts';
import { compareRecords, type RecordComparison } from './record-comparison.ts';

/** Two states of a ledger held against each other. */
export interface LedgerComparison extends RecordComparison {
  /** Sorted by event. */
  readonly assessments: readonly AssessmentChange[];
}

/**
 * Holds two states of a ledger against each other: their records (`compareRecords`), and what is derived from them.
 *
 * @throws TypeError when a date of either is not EDTF; RangeError when an event's zone is unknown.
 */
export function compareLedgers(before: Ledger, after: Ledger): LedgerComparison {
  const followed = followRedirects(before, after.redirects);
  return { ...compareRecords(before, after, followed), assessments: compareAssessments(followed, after) };
}
