import type { Coverage } from '@counterclaim/api/client';
import type { AttributionStatus } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatDate } from '#lib/format/date.ts';
import { formatEventKind } from '#lib/format/kind.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { formatShare } from '#lib/format/share.ts';
import { CONTESTED_FILTER, CONTESTED_STATUSES } from '#lib/state/contested.ts';
import { exploreUrl } from '#lib/state/event-query.ts';
import type { CountChart, CountTable } from './chart.ts';

type Events = Coverage['events'];

const monthsText = (from: string, to: string): string => formatDate(from === to ? from : `${from}/${to}`, 'UTC');

/** In which months events begin, and how far apart they lie; those that add up a period begin in none. */
export function whenSentence({ months, gaps }: Events): string {
  const total = months.reduce((sum, { events }) => sum + events, 0);
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (first === undefined || last === undefined) return 'No event with a day of its own is recorded yet.';
  if (first === last) return `${formatCount(total, 'event')}, all in ${formatDate(first, 'UTC')}.`;
  const empty = gaps.reduce((sum, gap) => sum + gap.months, 0);
  const begin = `${formatCount(total, 'event')} begin${total === 1 ? 's' : ''} in ${formatNumber(months.length)} of the ${formatNumber(months.length + empty)} months from ${formatDate(first, 'UTC')} to ${formatDate(last, 'UTC')}`;
  const [longest] = [...gaps].sort((a, b) => b.months - a.months);
  if (longest === undefined) return `${begin}.`;
  return `${begin}; the longest stretch without one is ${formatCount(longest.months, 'month')}, ${monthsText(longest.from, longest.to)}.`;
}

/** The months without an event, the longest stretch first. */
export const gapTable = ({ gaps }: Events): CountTable => ({
  columns: ['Months without an event', 'Number of months'],
  rows: [...gaps]
    .sort((a, b) => b.months - a.months || (a.from < b.from ? -1 : 1))
    .map(({ from, to, months }) => ({ name: monthsText(from, to), cells: [{ text: formatNumber(months) }] })),
});

const MEANINGS: Readonly<Record<(typeof CONTESTED_STATUSES)[number], string>> = {
  contested: 'One party claims it, another is accused',
  'multiple-claims': 'Several parties claim it',
  'accused-and-denied': 'The accused denies it',
};

/** What is contested about how many events. */
export function contestedChart(events: Events): CountChart {
  const { total, contested, attributionContested, disputed } = events;
  const both = attributionContested + disputed - contested;
  const ofStatus = (status: AttributionStatus): number => events.byStatus[status] ?? 0;
  const rows: (readonly [name: string, count: number, href: string | undefined])[] = [
    ...CONTESTED_STATUSES.map((status) => [MEANINGS[status], ofStatus(status), exploreUrl({ status })] as const),
    ['Who did it: any of these', attributionContested, exploreUrl({ status: CONTESTED_FILTER })],
    ['Answers exclude each other', disputed, exploreUrl({ agreement: 'disputed' })],
    ['Contested in one way or another', contested, undefined],
  ];
  return {
    id: 'contested',
    heading: 'What is contested',
    sentence:
      total === 0
        ? 'No event is recorded yet.'
        : `${formatNumber(contested)} of ${formatCount(total, 'event')} (${formatShare(contested, total)}) are contested: ${formatNumber(attributionContested)} in who did it, ${formatNumber(disputed)} in a number or a fact${both > 0 ? `, ${formatNumber(both)} in both` : ''}.`,
    bars: rows.map(([name, count]) => ({
      name,
      value: total,
      part: count,
      label: `${formatNumber(count)}, ${formatShare(count, total)}`,
    })),
    key: ['events of which that holds', 'all other events'],
    table: {
      columns: ['What is contested', 'Events', 'Share of all events'],
      rows: rows.map(([name, count, href]) => ({
        name,
        cells: [{ text: formatNumber(count), href }, { text: formatShare(count, total) }],
      })),
    },
  };
}

/** How many events of each kind, how many of them contested. */
export function kindsChart({ total, byKind }: Events): CountChart {
  const [first] = byKind;
  return {
    id: 'kinds',
    heading: 'Kinds of event',
    sentence:
      first === undefined
        ? 'No event is recorded yet.'
        : `${formatNumber(first.count)} of ${formatCount(total, 'event')} ${first.count === 1 ? 'is' : 'are'} of the kind “${formatEventKind(first.value)}”${byKind.length > 1 ? `; the others are of ${formatCount(byKind.length - 1, 'other kind')}` : ''}.`,
    bars: byKind.map(({ value, count, contested }) => ({
      name: capitalise(formatEventKind(value)),
      value: count,
      part: contested,
      label: `${formatNumber(contested)} of ${formatNumber(count)}`,
    })),
    key: ['contested in one way or another', 'not contested'],
    table: {
      columns: ['Kind of event', 'Events', 'Contested', 'Without a toll'],
      rows: byKind.map(({ value, count, contested, withoutToll }) => ({
        name: capitalise(formatEventKind(value)),
        cells: [
          { text: formatNumber(count), href: exploreUrl({ kind: value }) },
          { text: formatNumber(contested) },
          { text: formatNumber(withoutToll) },
        ],
      })),
    },
  };
}

/** For how many events somebody states how many were killed or injured. */
export function tollChart({ total, withKilled, withInjured, withoutToll }: Events): CountChart {
  const rows: (readonly [name: string, count: number, href: string | undefined])[] = [
    ['A number of killed', withKilled, exploreUrl({ killed: '0..' })],
    ['A number of injured', withInjured, exploreUrl({ injured: '0..' })],
    ['Neither', withoutToll, undefined],
  ];
  return {
    id: 'tolls',
    heading: 'Tolls',
    sentence:
      total === 0
        ? 'No event is recorded yet.'
        : `Somebody states a number of killed for ${formatNumber(withKilled)} of ${formatCount(total, 'event')}, and a number of injured for ${formatNumber(withInjured)}; for ${formatNumber(withoutToll)} nobody states either.`,
    bars: rows.map(([name, count]) => ({
      name,
      value: total,
      part: count,
      label: `${formatNumber(count)}, ${formatShare(count, total)}`,
    })),
    key: ['events of which that is stated', 'all other events'],
    table: {
      columns: ['What is stated of all victims', 'Events', 'Share of all events'],
      rows: rows.map(([name, count, href]) => ({
        name,
        cells: [{ text: formatNumber(count), href }, { text: formatShare(count, total) }],
      })),
    },
    note: 'Talks, announcements and counts over a period seldom have a toll of their own. A stated zero is a number; where nothing is stated, nothing is known.',
  };
}
