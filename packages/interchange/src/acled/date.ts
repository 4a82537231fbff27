import { parseDate, wallClock } from '@counterclaim/domain';

const DAY = 86_400_000;

const pad = (number: number, length = 2): string => String(number).padStart(length, '0');

/** The calendar day of a clock that runs in UTC. */
const dayOf = (clock: number): string => new Date(clock).toISOString().slice(0, 10);

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** A month by its English name or the first three letters of it, from 1; `undefined` where it is none. */
function monthOf(name: string): number | undefined {
  const written = name.toLowerCase();
  const index = MONTHS.findIndex((month) => written === month || written === month.slice(0, 3));
  return index === -1 ? undefined : index + 1;
}

/** A day as ACLED's exports write it, “21 November 2020” or “2020-11-21”, as YYYY-MM-DD; why not where it is none. */
export function eventDay(text: string): { readonly day: string } | { readonly wrong: string } {
  const [, number = '', name = '', year = ''] = /^(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})$/.exec(text) ?? [];
  const month = monthOf(name);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1];
  const day = iso ?? (month === undefined ? undefined : `${year}-${pad(month)}-${pad(Number(number))}`);
  if (day === undefined) return { wrong: `is ${JSON.stringify(text)}` };
  if (day < '1900') return { wrong: `is ${text}, long before ACLED begins` };
  return parseDate(day).ok ? { day } : { wrong: `is ${text}, a day that no calendar has` };
}

/**
 * When an event took place, as EDTF. By the codebook (“Time precision codes”) 1 is the day itself, 2 some day of the week of which
 * the middle is given, 3 some day of the month.
 */
export function eventTime(day: string, precision: string): string {
  if (precision === '1') return day;
  if (precision === '3') return day.slice(0, 7);
  const middle = wallClock({
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  });
  return `${dayOf(middle - 3 * DAY)}/${dayOf(middle + 3 * DAY)}`;
}

/** A time in seconds since 1970, as EDTF to the minute; `undefined` where it is none of a row that anybody could have written. */
export function recordedAt(seconds: string): string | undefined {
  if (!/^\d{9,10}(?:\.0+)?$/.test(seconds)) return undefined;
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16)}Z`;
}
