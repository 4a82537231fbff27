import { type ClaimId, type Edtf, ensureEdtf, type Source, type Span, spanOf } from '@counterclaim/domain';
import { formatClock, formatDate, formatDay } from '#lib/format/date.ts';
import type { Reading } from './reading.ts';

/** How closely it is known when something was said or printed. */
export type MomentPrecision = 'clock' | 'day' | 'coarse';

/** When an answer was given: the latest `said` of its claims, else its first print, else nothing is known. */
export type Moment =
  | {
      readonly basis: 'said' | 'printed';
      readonly edtf: string;
      readonly span: Span;
      readonly precision: MomentPrecision;
    }
  | { readonly basis: 'undated' };

function precisionOf(edtf: Edtf): MomentPrecision {
  if (edtf.type === 'interval') return 'coarse';
  const { precision } = edtf.point;
  return precision === 'minute' || precision === 'second' ? 'clock' : precision === 'day' ? 'day' : 'coarse';
}

const dated = (edtf: string, basis: 'said' | 'printed', zone: string): Moment => ({
  basis,
  edtf,
  span: spanOf(edtf, zone),
  precision: precisionOf(ensureEdtf(edtf)),
});

const publishedOf = ({ sources, claims }: Reading, id: ClaimId): string | undefined => {
  const claim = claims.get(id);
  const source: Source | undefined = claim === undefined ? undefined : sources.get(claim.source);
  return source?.published;
};

/** The first print among some claims, by the end of the time at which each document was published. */
function firstPrint(reading: Reading, claims: readonly ClaimId[]): Moment {
  const moments = claims
    .map((id) => publishedOf(reading, id))
    .filter((published) => published !== undefined)
    .map((published) => dated(published, 'printed', reading.zone));
  return moments.reduce<Moment>((first, next) => (endOf(next) < endOf(first) ? next : first), { basis: 'undated' });
}

const startOf = (moment: Moment): number => (moment.basis === 'undated' ? Infinity : moment.span.start);
const endOf = (moment: Moment): number => (moment.basis === 'undated' ? Infinity : moment.span.end);

/** Whether a moment comes before another: by its end, then by its start. Undated ones come last. */
export const compareMoments = (a: Moment, b: Moment): number =>
  endOf(a) === endOf(b) ? compare(startOf(a), startOf(b)) : compare(endOf(a), endOf(b));

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** When the answer that some claims give was given. */
export function momentOf(reading: Reading, claims: readonly ClaimId[]): Moment {
  let latest: Moment = { basis: 'undated' };
  for (const id of claims) {
    const said = reading.claims.get(id)?.said;
    if (said === undefined) continue;
    const moment = dated(said, 'said', reading.zone);
    const later =
      startOf(moment) > startOf(latest) || (startOf(moment) === startOf(latest) && endOf(moment) > endOf(latest));
    if (latest.basis === 'undated' || later) latest = moment;
  }
  return latest.basis === 'undated' ? firstPrint(reading, claims) : latest;
}

/**
 * When something was said, for a cell or a row: "21 Nov 2020, 12:10", "21 Nov 2020, in print by 19:28", "first printed
 * 22 Nov 2020", "no date printed".
 */
export function formatMoment(reading: Reading, claims: readonly ClaimId[]): string {
  const { zone } = reading;
  const moment = momentOf(reading, claims);
  if (moment.basis === 'undated') return 'no date printed';
  if (moment.basis === 'printed') {
    const clock = formatClock(moment.edtf, zone);
    return clock === null
      ? `first printed ${formatDate(moment.edtf, zone, 'short')}`
      : `${formatDay(moment.edtf, zone, 'short')}, in print by ${clock}`;
  }
  const said = formatDate(moment.edtf, zone, 'short');
  if (moment.precision !== 'day') return said;
  const print = firstPrint(reading, claims);
  const clock = print.basis === 'undated' ? null : formatClock(print.edtf, zone);
  const sameDay = print.basis !== 'undated' && formatDay(print.edtf, zone, 'short') === said;
  return clock !== null && sameDay ? `${said}, in print by ${clock}` : said;
}
