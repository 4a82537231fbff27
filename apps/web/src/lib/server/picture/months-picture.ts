import type { CitationWording } from '#lib/citation/wording.ts';
import { chartHeight, monthChart, type MonthCount } from '#lib/components/chart/months.ts';
import { STATUS_FORMS } from '#lib/components/glyph/status.ts';
import MonthsPicture from '#lib/components/picture/MonthsPicture.svelte';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { drawn } from './drawn.ts';
import type { Picture } from './frame.ts';
import { MONTHS_STYLE } from './style.ts';

const WIDTH = 960;
/** Pixels of a line of the key, and statuses on one. */
const KEY = { line: 24, most: 4 };

/**
 * Events by month as a picture; `undefined` where there are none.
 *
 * @param title what they are of: "Kabul: events there"
 */
export function monthsPicture(
  months: readonly MonthCount[],
  title: string,
  citation: Pick<CitationWording, 'text'>,
): Picture | undefined {
  if (months.length === 0) return undefined;
  const chart = monthChart(months);
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const words = chart.totals.map(
    ({ status, count }) => `${formatNumber(count)} ${STATUS_FORMS[status].word.toLowerCase()}`,
  );
  const early = chart.earlier > 0 ? ` ${formatCount(chart.earlier, 'event')} long before these not drawn.` : '';
  return {
    title,
    note: 'A floor of what was said, not a census.',
    lines: [`${formatCount(total, 'event')} by month and by how attribution stands.${early}`],
    description: `${formatCount(total, 'event')} by month: ${words.join(', ')}.`,
    content: drawn(MonthsPicture, { chart, width: WIDTH }),
    width: WIDTH,
    height: chartHeight(chart) + Math.ceil(chart.totals.length / KEY.most) * KEY.line + 4,
    style: MONTHS_STYLE,
    citation: citation.text,
  };
}
