import { asOfInstant, type Claim, formatInstant, parseEdtf, type Source, spanOf } from '@counterclaim/domain';

/**
 * From when on a claim counts in an assessment as of a date: from the end of when it was said or of when its document was
 * published, whichever ends first (rule `asof.known`). Another document with the same statement may count earlier.
 *
 * @returns ISO 8601 in UTC, or `null` where neither date is given: it then counts only without an as-of date.
 */
export function knownFrom(claim: Pick<Claim, 'said'>, source: Pick<Source, 'published'>, zone: string): string | null {
  const ends = [claim.said, source.published]
    .filter((edtf) => edtf !== undefined)
    .map((edtf) => spanOf(edtf, zone).end);
  return ends.length === 0 ? null : formatInstant(Math.min(...ends));
}

/**
 * Whether something known from an instant on counts as of a date (rule `asof.instant`).
 *
 * @param known From `knownFrom`.
 * @param asOf EDTF as in the page's address; everything counts without it, and where it is no date.
 */
export function isKnownBy(known: string | null, asOf: string | undefined): boolean {
  const parsed = asOf === undefined ? undefined : parseEdtf(asOf);
  const instant = parsed?.ok === true ? asOfInstant(parsed.value) : null;
  return instant === null || (known !== null && Date.parse(known) <= instant);
}
