import { parseAsOf, parseDate } from '@counterclaim/domain';
import type { Parameter } from './event-query.ts';
import { nearestMapView } from './map-view.ts';

/** What was probably meant by a value that was refused; nothing where nobody could tell. */
export function nearestValue(name: Parameter, text: string): string | undefined {
  const value = meant(name, text);
  return value === text || value === '' || value === '..' ? undefined : value;
}

function meant(name: Parameter, text: string): string | undefined {
  switch (name) {
    case 'killed':
    case 'injured':
      return range(
        text,
        (end) => /^\d{1,9}$/.test(end),
        (from, to) => Number(from) > Number(to),
      );
    case 'date':
      // Whatever else may be wrong with two dates, they are in the wrong order.
      return range(text, isDate, () => true);
    case 'bbox':
      return box(text);
    case 'map':
      return nearestMapView(text);
    case 'asOf':
      return day(text);
    case 'q':
      return text.slice(0, MOST_LETTERS);
    default:
      return undefined;
  }
}

/** As long as words that are searched for may be. */
const MOST_LETTERS = 200;

function isDate(text: string): boolean {
  const date = parseDate(text);
  return date.ok && date.value.offset === undefined;
}

/** The ends that can be read, in their order. */
function range(text: string, isEnd: (end: string) => boolean, isUpsideDown: (from: string, to: string) => boolean) {
  const [from, to] = text.split('..').map((end) => (isEnd(end.trim()) ? end.trim() : ''));
  if (from === undefined || to === undefined) return undefined;
  return from !== '' && to !== '' && isUpsideDown(from, to) ? `${to}..${from}` : `${from}..${to}`;
}

/** A box within the globe, with the south below. */
function box(text: string): string | undefined {
  const degrees = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = degrees;
  if (degrees.length !== 4 || !degrees.every(Number.isFinite)) return undefined;
  const within = (degree: number, most: number): number => Math.min(Math.max(Number(degree.toFixed(6)), -most), most);
  return [
    within(west, 180),
    within(Math.min(south, north), 90),
    within(east, 180),
    within(Math.max(south, north), 90),
  ].join(',');
}

/** The day, month or year that an as-of date begins with. */
function day(text: string): string | undefined {
  return [10, 7, 4].map((length) => text.slice(0, length)).find((part) => part !== text && parseAsOf(part).ok);
}
