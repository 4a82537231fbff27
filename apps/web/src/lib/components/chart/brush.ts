import { formatMonth } from '@counterclaim/domain';
import { monthNumber } from './months.ts';

/** The first and last month of an axis, or of a stretch on it, both included; counted as `monthNumber` counts. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

/** A stretch of months, both included, `YYYY-MM`; an empty end is open. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

const within = (month: number, { first, last }: Months): number => Math.min(Math.max(month, first), last);

/** The part of an axis that a stretch covers; all of it where there is none, or it is no stretch of months. */
export function stretchOf(chosen: MonthRange | undefined, axis: Months): Months {
  const month = (text: string | undefined, open: number): number => {
    const number = text === undefined || text === '' ? open : monthNumber(text);
    return Number.isNaN(number) ? open : within(number, axis);
  };
  const [first, last] = [month(chosen?.from, axis.first), month(chosen?.to, axis.last)];
  return first > last ? axis : { first, last };
}

/** A stretch as it is asked for. An end that stands at the end of the axis is open, so all of the axis asks nothing. */
export const rangeOf = ({ first, last }: Months, axis: Months): MonthRange => ({
  from: first === axis.first ? '' : formatMonth(first),
  to: last === axis.last ? '' : formatMonth(last),
});

/** The month at a share of the axis's length, 0–1; beyond its ends the month at the end. */
export const monthAt = (share: number, axis: Months): number =>
  within(axis.first + Math.floor(share * (axis.last - axis.first + 1)), axis);

/** Where a month begins, in percent of the axis's length. */
export const placeOf = (month: number, axis: Months): number =>
  ((month - axis.first) / (axis.last - axis.first + 1)) * 100;

/** The stretch between two months, whichever comes first. */
export const between = (a: number, b: number): Months => ({ first: Math.min(a, b), last: Math.max(a, b) });

const YEAR = 12;

/**
 * Where a key moves one end of a stretch, as the ARIA slider pattern has it: arrows by a month, page keys by a year, Home and End to the
 * ends that it may reach. The ends never pass each other.
 * @returns nothing for a key that moves nothing
 */
export function moveEnd(key: string, end: keyof Months, stretch: Months, axis: Months): Months | undefined {
  const reach: Months =
    end === 'first' ? { first: axis.first, last: stretch.last } : { first: stretch.first, last: axis.last };
  const at = stretch[end];
  const moved: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - YEAR,
    PageUp: at + YEAR,
    Home: reach.first,
    End: reach.last,
  };
  const month = moved[key];
  return month === undefined ? undefined : { ...stretch, [end]: within(month, reach) };
}
