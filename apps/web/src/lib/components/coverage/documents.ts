import type { Coverage } from '@counterclaim/api/client';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatSourceKind } from '#lib/format/kind.ts';
import { formatLanguage } from '#lib/format/language.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { formatShare } from '#lib/format/share.ts';
import { sourcesUrl } from '#lib/state/source-query.ts';
import { type CountChart, MOST_BARS } from './chart.ts';

type Sources = Coverage['sources'];

interface Named {
  readonly name: string;
  readonly count: number;
  /** The record of that name. */
  readonly href?: string | undefined;
  /** The documents counted. */
  readonly listed: string;
}

/** What of the values neither the chart nor the table shows, in words. */
function beyond(values: number, listed: number, what: string): string {
  const hidden = listed > MOST_BARS ? `The table has ${formatNumber(listed)} ${what}.` : '';
  const more = values - listed;
  return [hidden, more > 0 ? `${formatNumber(more)} more are not listed.` : ''].filter((text) => text !== '').join(' ');
}

/** Documents by one of their properties. */
function documentChart(
  own: Pick<CountChart, 'id' | 'heading' | 'sentence'>,
  column: string,
  many: string,
  { values, items }: { readonly values: number; readonly items: readonly Named[] },
  total: number,
): CountChart {
  const note = beyond(values, items.length, many);
  return {
    ...own,
    bars: items.slice(0, MOST_BARS).map(({ name, count }) => ({ name, value: count, label: formatNumber(count) })),
    table: {
      columns: [column, 'Documents', 'Share of all documents'],
      rows: items.map(({ name, count, href, listed }) => ({
        name,
        href,
        cells: [{ text: formatNumber(count), href: listed }, { text: formatShare(count, total) }],
      })),
    },
    ...(note === '' ? {} : { note }),
  };
}

const actors = (filter: 'publisher' | 'wire', { values, items }: Sources['publishers']) => ({
  values,
  items: items.map(({ value, label, count }): Named => ({
    name: label,
    count,
    href: `/actors/${value}`,
    listed: sourcesUrl({ [filter]: value }),
  })),
});

/** Who published the documents. */
export function publishersChart({ publishers, total }: Sources): CountChart {
  const [first] = publishers.items;
  return documentChart(
    {
      id: 'publishers',
      heading: 'Publishers',
      sentence:
        first === undefined
          ? 'No document is recorded yet.'
          : `${formatCount(total, 'document')} by ${formatCount(publishers.values, 'publisher')}${publishers.values > 1 ? `; none has more than ${formatNumber(first.count)}` : ''}.`,
    },
    'Publisher',
    'publishers',
    actors('publisher', publishers),
    total,
  );
}

/** Whose text the documents carry. */
export function wiresChart({ wires, total }: Sources): CountChart {
  const carrying = wires.items.reduce((sum, { count }) => sum + count, 0);
  return documentChart(
    {
      id: 'wires',
      heading: 'Wires',
      sentence:
        carrying === 0
          ? 'No document carries the text of another publisher.'
          : `At least ${formatNumber(carrying)} of ${formatCount(total, 'document')} (${formatShare(carrying, total)}) carry the text of somebody else: of ${formatCount(wires.values, 'agency or paper', 'agencies and papers')}.`,
    },
    'Wire',
    'wires',
    actors('wire', wires),
    total,
  );
}

/** In which languages the documents are. */
export function languagesChart({ languages, total }: Sources): CountChart {
  const items = languages.items.map(({ value, count }): Named => ({
    name: formatLanguage(value),
    count,
    listed: sourcesUrl({ language: value }),
  }));
  const [first] = items;
  return documentChart(
    {
      id: 'languages',
      heading: 'Languages',
      sentence:
        first === undefined
          ? 'No document is recorded yet.'
          : `${formatNumber(first.count)} of ${formatCount(total, 'document')} (${formatShare(first.count, total)}) are in ${first.name}${languages.values > 1 ? `; the others in ${formatCount(languages.values - 1, 'further language')}` : ''}.`,
    },
    'Language',
    'languages',
    { values: languages.values, items },
    total,
  );
}

/** What kinds of document there are. */
export function documentKindsChart({ byKind, total }: Sources): CountChart {
  const [first] = byKind;
  return documentChart(
    {
      id: 'document-kinds',
      heading: 'Kinds of document',
      sentence:
        first === undefined
          ? 'No document is recorded yet.'
          : `${formatShare(first.count, total)} of the documents are of the kind “${formatSourceKind(first.value)}”.`,
    },
    'Kind of document',
    'kinds',
    {
      values: byKind.length,
      items: byKind.map(({ value, count }) => ({
        name: capitalise(formatSourceKind(value)),
        count,
        listed: sourcesUrl({ kind: value }),
      })),
    },
    total,
  );
}
