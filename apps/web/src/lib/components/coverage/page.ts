import type { Coverage } from '@counterclaim/api/client';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import type { MonthCount } from '../chart/months.ts';
import type { CountChart, CountTable } from './chart.ts';
import { claimKindsChart, evidenceChart, filledSentence, filledTable, perEventChart } from './claims.ts';
import { documentKindsChart, languagesChart, publishersChart, wiresChart } from './documents.ts';
import { contestedChart, gapTable, kindsChart, tollChart, whenSentence } from './events.ts';

/** Everything that the page about the coverage says. */
export interface CoveragePage {
  readonly summary: string;
  readonly when: {
    readonly sentence: string;
    /** Events that add up a period, and so begin in no month. */
    readonly periods: number;
    readonly months: readonly MonthCount[];
    readonly gaps: CountTable;
  };
  readonly events: readonly CountChart[];
  readonly evidence: CountChart;
  readonly claims: readonly CountChart[];
  readonly documents: readonly CountChart[];
  readonly filled: { readonly sentence: string; readonly table: CountTable };
}

export function coveragePage(coverage: Coverage): CoveragePage {
  const { events, claims, sources } = coverage;
  return {
    summary: `${formatCount(events.total, 'event')}, and ${formatCount(claims.total, 'claim')} about them in ${formatCount(sources.total, 'document')} by ${formatCount(sources.publishers.values, 'publisher')} in ${formatCount(sources.languages.values, 'language')}. It is a floor of what was said, not a census: ${formatNumber(claims.verifiable)} of the claims can be checked word for word, and what is not listed was not found.`,
    when: {
      sentence: whenSentence(events),
      periods: events.byKind.find(({ value }) => value === 'period')?.count ?? 0,
      months: events.months.map(({ month, events: count, contested, byStatus }) => ({
        month,
        count,
        contested,
        byStatus,
      })),
      gaps: gapTable(events),
    },
    events: [contestedChart(events), kindsChart(events), tollChart(events)],
    evidence: evidenceChart(coverage),
    claims: [claimKindsChart(coverage), perEventChart(coverage)],
    documents: [publishersChart(sources), wiresChart(sources), languagesChart(sources), documentKindsChart(sources)],
    filled: { sentence: filledSentence(coverage), table: filledTable(coverage) },
  };
}
