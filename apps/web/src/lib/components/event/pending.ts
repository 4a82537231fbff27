import { type Quotation, quotationOf } from './evidence.ts';
import { formatMoment } from './moment.ts';
import type { Reading } from './reading.ts';

/** A claim that may have been made by the as-of date, but was not known yet: listed, not used. */
export interface PendingClaim extends Quotation {
  readonly when: string;
}

/** The claims that are pending as of the assessment's instant. */
export const pendingClaims = (reading: Reading): PendingClaim[] =>
  reading.assessment.pending.flatMap((id) => {
    const quotation = quotationOf(reading, id);
    return quotation === null ? [] : [{ ...quotation, when: formatMoment(reading, [id]) }];
  });
