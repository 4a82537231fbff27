import type { Coverage } from '@counterclaim/api/client';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatClaimKind } from '#lib/format/kind.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { formatShare } from '#lib/format/share.ts';
import { type CountChart, type CountTable, MOST_BARS } from './chart.ts';

/** What is claimed. */
export function claimKindsChart({ claims: { byKind, total } }: Coverage): CountChart {
  const [first] = byKind;
  return {
    id: 'claim-kinds',
    heading: 'Kinds of claim',
    sentence:
      first === undefined
        ? 'No claim is recorded yet.'
        : `${formatNumber(first.count)} of ${formatCount(total, 'claim')} (${formatShare(first.count, total)}) are of the kind “${formatClaimKind(first.value)}”.`,
    bars: byKind.map(({ value, count }) => ({
      name: capitalise(formatClaimKind(value)),
      value: count,
      label: formatNumber(count),
    })),
    table: {
      columns: ['Kind of claim', 'Claims', 'Share of all claims'],
      rows: byKind.map(({ value, count }) => ({
        name: capitalise(formatClaimKind(value)),
        cells: [
          { text: formatNumber(count), href: `/api/v1/claims.csv?kind=${value}` },
          { text: formatShare(count, total) },
        ],
      })),
    },
    note: 'The numbers in the table lead to the claims as CSV.',
  };
}

const stretchText = (from: number, to: number | null): string =>
  to === null ? `${formatNumber(from)} or more` : from === to ? formatNumber(from) : `${from}–${to}`;

/** How many claims an event has. */
export function perEventChart({ events: { claims, total } }: Coverage): CountChart {
  const { fewest, median, most } = claims;
  const filled = claims.perEvent.map(({ events }) => events > 0);
  const stretches = claims.perEvent.slice(Math.max(0, filled.indexOf(true)), filled.lastIndexOf(true) + 1);
  return {
    id: 'claims-per-event',
    heading: 'Claims about an event',
    sentence:
      total === 0
        ? 'No event is recorded yet.'
        : `An event has from ${formatNumber(fewest)} to ${formatCount(most, 'claim')}; half of them have ${formatNumber(median)} or fewer.`,
    bars: stretches.map(({ from, to, events }) => ({
      name: `${stretchText(from, to)} ${from === 1 && to === 1 ? 'claim' : 'claims'}`,
      value: events,
      label: formatNumber(events),
    })),
    table: {
      columns: ['Claims about an event', 'Events', 'Share of all events'],
      rows: stretches.map(({ from, to, events }) => ({
        name: stretchText(from, to),
        cells: [{ text: formatNumber(events) }, { text: formatShare(events, total) }],
      })),
    },
  };
}

/** How many claims have a passage that can be checked, in all and for each event. */
export function evidenceChart({ claims, events }: Coverage): CountChart {
  const { largest } = events;
  const note =
    events.total > largest.length
      ? `The table has the ${formatNumber(largest.length)} events with most claims, of ${formatNumber(events.total)}.`
      : `The table has all events; a claim about several counts for each.`;
  return {
    id: 'evidence',
    heading: 'Which claims can be checked',
    sentence:
      claims.total === 0
        ? 'No claim is recorded yet.'
        : `${formatNumber(claims.verifiable)} of ${formatCount(claims.total, 'claim')} (${formatShare(claims.verifiable, claims.total)}) have the position and the digest of their passage; the others were read in an excerpt, and nobody has checked them against the whole document.`,
    bars: largest.slice(0, MOST_BARS).map(({ title, claims: count, verifiable }) => ({
      name: title,
      value: count,
      part: verifiable,
      label: `${formatNumber(verifiable)} of ${formatNumber(count)}`,
    })),
    key: ['claims with a passage', 'claims from an excerpt'],
    table: {
      columns: ['Event', 'Claims', 'With a passage', 'Share'],
      rows: largest.map(({ id, title, claims: count, verifiable }) => ({
        name: title,
        href: `/events/${id}`,
        cells: [
          { text: formatNumber(count), href: `/api/v1/claims.csv?event=${id}` },
          { text: formatNumber(verifiable) },
          { text: formatShare(verifiable, count) },
        ],
      })),
    },
    note,
  };
}

/** How often what could be told is told. */
export function filledTable({ claims, sources }: Coverage): CountTable {
  const rows: (readonly [name: string, filled: number, total: number])[] = [
    ['Claims that tell when it was said', claims.said, claims.total],
    ['Claims with a date of any kind', claims.total - claims.undated, claims.total],
    ['Claims with a passage that can be checked', claims.verifiable, claims.total],
    ['Documents with a date of publication', sources.published, sources.total],
    ['Documents with an address on the web', sources.url, sources.total],
    ['Documents seen whole', sources.textDigest, sources.total],
  ];
  return {
    columns: ['What is told', 'Records', 'Of', 'Share'],
    rows: rows.map(([name, filled, total]) => ({
      name,
      cells: [{ text: formatNumber(filled) }, { text: formatNumber(total) }, { text: formatShare(filled, total) }],
    })),
  };
}

/** How many claims and documents are dated. */
export function filledSentence({ claims, sources }: Coverage): string {
  if (claims.total === 0) return 'No claim is recorded yet.';
  const undated =
    claims.undated === 0
      ? 'every claim has a date'
      : `${formatCount(claims.undated, 'claim')} ${claims.undated === 1 ? 'has' : 'have'} no date at all and ${claims.undated === 1 ? 'counts' : 'count'} only where no as-of date is asked for`;
  return `${formatShare(claims.said, claims.total)} of the claims tell when they were made, ${formatShare(sources.published, sources.total)} of the documents when they were published; ${undated}.`;
}
