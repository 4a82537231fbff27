import { type EdtfPoint, parseEdtf } from '@counterclaim/domain';
import { slugOf } from './slug.ts';

/** Words of a title that tell no event from another. */
const EMPTY_WORDS = new Set(
  (
    'a an and around at before by during for from in into near of off on onto outside over the to toward towards with ' +
    'early late morning evening night noon afternoon january february march april may june july august september ' +
    'october november december monday tuesday wednesday thursday friday saturday sunday first second two three'
  ).split(' '),
);

/** Words of a title that an id takes at most. */
const WORDS = 3;

const dayOf = ({ year, month, day }: EdtfPoint): string[] =>
  [String(year).padStart(4, '0'), month, day].flatMap((part) =>
    part === undefined ? [] : [String(part).padStart(2, '0')],
  );

/**
 * The days of an EDTF text as they stand in an id: `2020-11-21`, `2020-05-to-11`, `2021-04-14-to-07-21`, the later of two
 * without what it shares with the earlier.
 *
 * @returns Empty where the text gives no day, month or year to begin with.
 */
export function datePart(time: string): string {
  const parsed = parseEdtf(time);
  if (!parsed.ok) return '';
  if (parsed.value.type === 'date') return dayOf(parsed.value.point).join('-');
  const { start, end } = parsed.value;
  if (typeof start === 'string') return '';
  const from = dayOf(start);
  const until = typeof end === 'string' ? [] : dayOf(end);
  const differ = until.findIndex((part, index) => part !== from[index]);
  return differ < 0 ? from.join('-') : `${from.join('-')}-to-${until.slice(differ).join('-')}`;
}

/** What a title speaks of, in the words of an id: without its place and its date. */
function subjectOf(title: string, place: string): string {
  const known = new Set(place.split('-'));
  const words = slugOf(title).split('-');
  const telling = words.filter((word) => !EMPTY_WORDS.has(word) && !known.has(word) && !/^\d+$/.test(word));
  return telling.slice(0, WORDS).join('-');
}

/** The id of an event: `<date>-<place>-<what>`, what taken from its title unless it is given. */
export const eventId = (time: string, place: string, title: string, what?: string): string =>
  [datePart(time), place, what === undefined ? subjectOf(title, place) : slugOf(what)]
    .filter((part) => part !== '')
    .join('-');

/**
 * The id of a source: `<publisher>-<date>`, the wire between them where there is one. A document without a date takes that
 * of which it is about instead.
 */
export const sourceId = (source: {
  readonly publisher: string;
  readonly wire?: string | undefined;
  readonly published?: string | undefined;
  readonly about?: string | undefined;
}): string => {
  const { publisher, wire, published, about = '' } = source;
  const event = about.replace(/^\d{4}(?:-\d\d)*(?:-to(?:-\d\d(?:\d\d)?)+)?-/, '');
  const date = published === undefined ? event : datePart(published);
  return [publisher, wire === publisher ? undefined : wire, date === '' ? 'undated' : date]
    .filter((part) => part !== undefined)
    .join('-');
};
