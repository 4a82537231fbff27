import { isEdtf, parseDate } from '@counterclaim/domain';
import type { RowReader } from '../reading/row-reader.ts';

const pad = (number: number, length = 2): string => String(number).padStart(length, '0');

/** An end of an incident as files write it, “11/21/2020”, “2020-11-21” or “2020-11-21 00:00:00”, as YYYY-MM-DD. */
function resolutionDay(text: string): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+)?$/.exec(text)?.[1];
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const found = iso ?? (year === '' ? undefined : `${year}-${pad(Number(month))}-${pad(Number(day))}`);
  return found !== undefined && parseDate(found).ok ? found : undefined;
}

/**
 * When an incident took place, as EDTF: a month or day of 0 is not known; a date that approxdate explains is approximate; one that lasted
 * longer than a day runs to its resolution. `undefined`, and a problem, where there is no date.
 */
export function incidentTime(row: RowReader): string | undefined {
  const number = (column: string, most: number): number | undefined => {
    const text = row.text(column).replace(/\.0+$/, '');
    const value = /^\d{1,4}$/.test(text) ? Number(text) : text === '-9' || text === '-99' ? 0 : NaN;
    if (value <= most) return value;
    row.report(
      'rejected',
      column,
      `${column} is ${JSON.stringify(row.text(column))}`,
      `give a number to ${most}; 0 where it is not known`,
    );
    return undefined;
  };
  const year = number('iyear', 9999);
  const month = number('imonth', 12);
  const day = number('iday', 31);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < 1900) {
    row.report('rejected', 'iyear', `iyear is ${year}`, 'give the year with four digits');
    return undefined;
  }
  if (month === 0 && day !== 0) {
    row.report('noted', 'iday', `iday is ${day} of an unknown month`, 'the year alone is taken');
  }
  const date =
    month === 0
      ? pad(year, 4)
      : day === 0
        ? `${pad(year, 4)}-${pad(month)}`
        : `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (!parseDate(date).ok) {
    row.report(
      'rejected',
      'iday',
      `iday is ${day}, and ${pad(year, 4)}-${pad(month)} has no such day`,
      'correct the day; 0 where it is not known',
    );
    return undefined;
  }
  const start = row.text('approxdate') === '' || date.length < 10 ? date : `${date}~`;
  return withResolution(row, start);
}

function withResolution(row: RowReader, start: string): string {
  const text = row.text('resolution');
  const extended = row.text('extended').replace(/\.0+$/, '');
  if (extended !== '' && !['0', '1', '-9'].includes(extended)) {
    row.report('noted', 'extended', `extended is ${JSON.stringify(extended)}`, 'give 0 or 1');
  }
  if (text === '') return start;
  const end = resolutionDay(text);
  if (end === undefined) {
    row.report(
      'noted',
      'resolution',
      `resolution is ${JSON.stringify(text)}`,
      'write the day as 11/21/2020 or 2020-11-21',
    );
    return start;
  }
  if (extended === '0') {
    row.report('noted', 'extended', `extended is 0, and resolution gives ${end} as its end`, 'the resolution is taken');
  }
  if (end === start) return start;
  const time = `${start}/${end}`;
  if (isEdtf(time)) return time;
  row.report('noted', 'resolution', `resolution ${end} is before the incident, ${start}`, 'correct the day');
  return start;
}
