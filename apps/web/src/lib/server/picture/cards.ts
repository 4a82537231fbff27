import type { EventPage } from '#lib/components/event/page.ts';
import { plainText } from '#lib/components/event/phrase.ts';
import { formatDate } from '#lib/format/date.ts';
import { formatCount, formatList, formatNumber } from '#lib/format/number.ts';
import { formatRange } from '#lib/format/range.ts';
import type { Card } from './card.ts';

const stateOf = (asOf: string | undefined): string =>
  asOf === undefined ? 'who said what, and who disputes it' : `as known by ${formatDate(asOf, 'UTC')}`;

/** An event as it is linked: when and where, what is said of it, and the ranges that current statements give. */
export function eventCard(
  page: Pick<EventPage, 'title' | 'when' | 'places' | 'sentence' | 'toll' | 'figures'>,
  asOf: string | undefined,
): Card {
  const ranges = page.toll.ladder?.columns.flatMap(({ outcome, range }) =>
    range === null ? [] : [{ value: formatRange(range), words: outcome }],
  );
  const documents = page.figures.filter(({ one }) => one === 'document');
  return {
    title: page.title,
    kicker: [page.when, formatList(page.places.slice(0, 1).map(({ name }) => name))]
      .filter((part) => part !== '')
      .join(' · '),
    sentence: plainText(page.sentence),
    figures: [
      ...(ranges ?? []),
      ...documents.map(({ value, one, many }) => ({ value: formatNumber(value), words: value === 1 ? one : many })),
    ],
    state: stateOf(asOf),
  };
}

/** A list of events as it is linked; without a title the site as a whole. */
export const listCard = (
  {
    title,
    total,
    contested,
  }: { readonly title: string | undefined; readonly total: number; readonly contested: number },
  asOf: string | undefined,
): Card => ({
  title: title ?? 'Who said what about an attack, when, and who disputes it',
  kicker: 'Claims about attacks as records of their own',
  sentence: 'Every figure leads back to who said it, in which document, at which passage.',
  figures: [
    { value: formatNumber(total), words: formatCount(total, 'event').replace(/^\S+ /, '') },
    { value: formatNumber(contested), words: 'contested in who did it' },
  ],
  state: stateOf(asOf),
});
