import { formatCount } from '#lib/format/number.ts';
import type { Reading } from '../event/reading.ts';
import type { Coding } from './codings.ts';
import { codingColumns, type ComparisonColumn, eventColumns } from './column.ts';
import { type NamedDifference, namedDifferences, toldAlike } from './differences.ts';
import { answeredIn, type ComparisonRow, comparisonRows } from './rows.ts';

/** Everything that a comparison shows, worked out once on the server. */
export interface ComparisonPage {
  /** Whether the columns are events, and not one event as several code it. */
  readonly ofEvents: boolean;
  readonly title: string;
  readonly columns: readonly ComparisonColumn[];
  readonly summary: string;
  readonly differences: readonly NamedDifference[];
  /** Questions that are told alike. */
  readonly alike: readonly string[];
  /** Questions that at least two columns answer. */
  readonly shared: readonly ComparisonRow[];
  /** Questions that one column alone answers. */
  readonly single: readonly ComparisonRow[];
}

function pageOf(
  ofEvents: boolean,
  title: string,
  columns: readonly ComparisonColumn[],
  readings: readonly Reading[],
): ComparisonPage {
  const rows = comparisonRows(readings);
  const differences = namedDifferences(columns, readings, rows);
  const alike = toldAlike(rows);
  const single = rows.filter((row) => answeredIn(row) === 1);
  return {
    ofEvents,
    title,
    columns,
    summary: `${formatCount(differences.length, 'difference')}; ${formatCount(alike.length, 'question')} told alike; ${formatCount(single.length, 'question')} answered in one only.`,
    differences,
    alike,
    shared: rows.filter((row) => answeredIn(row) > 1),
    single,
  };
}

/** Two to four events side by side. */
export const compareEvents = (readings: readonly Reading[], asOf: string | undefined): ComparisonPage =>
  pageOf(true, readings.map(({ detail }) => detail.event.title).join(' · '), eventColumns(readings, asOf), readings);

/** One event as statements and each dataset have it; `undefined` where fewer than two speak of it. */
export const compareCodings = (codings: readonly Coding[]): ComparisonPage | undefined =>
  codings.length < 2
    ? undefined
    : pageOf(
        false,
        codings[0]?.reading.detail.event.title ?? '',
        codingColumns(codings),
        codings.map(({ reading }) => reading),
      );
