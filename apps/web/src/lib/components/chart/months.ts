import { ATTRIBUTION_STATUSES, type AttributionStatus, formatMonth } from '@counterclaim/domain';

export interface MonthCount {
  /** `YYYY-MM` */
  readonly month: string;
  readonly count: number;
  /** Of these, events that are contested in one way or another, where that is asked. */
  readonly contested?: number | undefined;
  readonly byStatus: Readonly<Partial<Record<AttributionStatus, number>>>;
}

/** Events of one status in a month, stacked on those below. */
export interface Block {
  readonly status: AttributionStatus;
  /** How many events stand below. */
  readonly below: number;
  readonly count: number;
}

export interface MonthColumn {
  readonly month: string;
  /** Left edge and width in percent. */
  readonly x: number;
  readonly width: number;
  readonly blocks: readonly Block[];
}

export interface MonthChart {
  /** The first and last month of the axis, as `monthNumber` counts. */
  readonly axis: { readonly first: number; readonly last: number };
  /** Events long before all others, left out of the axis so that the others have room: the table has them. */
  readonly earlier: number;
  readonly columns: readonly MonthColumn[];
  /** January of each year, and the first month, in percent; years too close to the one before have no label. */
  readonly years: readonly { readonly year: string; readonly x: number; readonly label: boolean }[];
  readonly highest: number;
  /** One square per event, where a month holds few and there is room for each. */
  readonly squares: boolean;
  /** The chosen stretch, in percent, as far as it lies within the axis. */
  readonly band: { readonly x: number; readonly width: number } | null;
  readonly totals: readonly { readonly status: AttributionStatus; readonly count: number }[];
}

/** The side of the square that stands for an event, with its gap, in pixels. */
export const UNIT = 15;

/** How tall a chart is, in pixels: of squares as tall as its highest month. */
export const chartHeight = ({ squares, highest }: Pick<MonthChart, 'squares' | 'highest'>): number =>
  squares ? Math.max(3, highest) * UNIT + 24 : 102;

/** More in a month than this, and squares become bars. */
const MOST_SQUARES = 8;
/** More months than this, and a square of a phone has no room. */
const MOST_MONTHS = 44;
/** A gap of more months than this parts what is early from the rest … */
const LONGEST_GAP = 60;
/** … where it is at most this share of all events. */
const EARLY_SHARE = 0.1;
/** Share of the width that the label of a year needs, in percent. */
const LABEL_ROOM = 6;

/** Months since the year 0: December 2020 and January 2021 are neighbours. */
export const monthNumber = (month: string): number => {
  const cut = month.lastIndexOf('-');
  return Number(month.slice(0, cut)) * 12 + Number(month.slice(cut + 1)) - 1;
};

/**
 * Lays months out on one time axis without gaps; empty months take their room. Needs at least one month.
 * @param chosen a stretch of months to mark; an empty side is open
 */
export function monthChart(
  months: readonly MonthCount[],
  chosen?: { readonly from: string; readonly to: string },
): MonthChart {
  const shown = withoutEarly(months);
  const numbers = shown.map(({ month }) => monthNumber(month));
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const width = 100 / (last - first + 1);
  const x = (number: number): number => round((number - first) * width);
  const highest = Math.max(...shown.map(({ count }) => count));
  return {
    axis: { first, last },
    earlier: countOf(months) - countOf(shown),
    columns: shown.map(({ month, byStatus }) => ({
      month,
      x: x(monthNumber(month)),
      width: round(width),
      blocks: blocksOf(byStatus),
    })),
    years: yearsOf(first, last, x),
    highest,
    squares: highest <= MOST_SQUARES && last - first < MOST_MONTHS,
    band: chosen === undefined ? null : bandOf(chosen, first, last, x),
    totals: ATTRIBUTION_STATUSES.map((status) => ({
      status,
      count: months.reduce((sum, { byStatus }) => sum + (byStatus[status] ?? 0), 0),
    })).filter(({ count }) => count > 0),
  };
}

/** Share of a month's width that is left free on either side of its bar. */
const GAP = 0.1;

/**
 * The bars of each status as the data of one path, so that decades of months are some few elements: a unit is a percent of the width, and an event of
 * the height, counted down from the highest month.
 */
export function barPaths({ columns, highest }: Pick<MonthChart, 'columns' | 'highest'>): {
  readonly status: AttributionStatus;
  readonly d: string;
}[] {
  const bars = Map.groupBy(
    columns.flatMap(({ x, width, blocks }) =>
      blocks.map(({ status, below, count }) => ({
        status,
        bar: `M${round(x + width * GAP)} ${highest - below}v${-count}h${round(width * (1 - 2 * GAP))}v${count}z`,
      })),
    ),
    ({ status }) => status,
  );
  return ATTRIBUTION_STATUSES.flatMap((status) => {
    const ofStatus = bars.get(status);
    return ofStatus === undefined ? [] : [{ status, d: ofStatus.map(({ bar }) => bar).join('') }];
  });
}

const countOf = (months: readonly MonthCount[]): number => months.reduce((sum, { count }) => sum + count, 0);

/** The months after the last long gap before which only few events stand. */
function withoutEarly(months: readonly MonthCount[]): readonly MonthCount[] {
  const total = countOf(months);
  let start = 0;
  months.forEach(({ month }, index) => {
    const before = months[index - 1];
    if (before === undefined || monthNumber(month) - monthNumber(before.month) <= LONGEST_GAP) return;
    if (countOf(months.slice(0, index)) <= total * EARLY_SHARE) start = index;
  });
  return months.slice(start);
}

function blocksOf(byStatus: MonthCount['byStatus']): Block[] {
  let below = 0;
  return ATTRIBUTION_STATUSES.flatMap((status) => {
    const count = byStatus[status] ?? 0;
    if (count === 0) return [];
    const block = { status, below, count };
    below += count;
    return [block];
  });
}

function bandOf(
  { from, to }: { readonly from: string; readonly to: string },
  first: number,
  last: number,
  x: (number: number) => number,
): MonthChart['band'] {
  const start = from === '' ? first : Math.max(first, monthNumber(from));
  const end = to === '' ? last : Math.min(last, monthNumber(to));
  // What is no date reaches this far only on its way to being refused.
  if (Number.isNaN(start) || Number.isNaN(end)) return null;
  return start > end ? null : { x: x(start), width: round(x(end + 1) - x(start)) };
}

function yearsOf(first: number, last: number, x: (number: number) => number): MonthChart['years'] {
  const starts = [first];
  for (let january = Math.ceil((first + 1) / 12) * 12; january <= last; january += 12) starts.push(january);
  let room = -Infinity;
  return starts.map((start, index) => {
    const at = x(start);
    const next = starts[index + 1];
    // The first month may stand just before a January: the January is the better label.
    const crowded = index === 0 && next !== undefined && x(next) - at < LABEL_ROOM;
    const label = !crowded && at - room >= LABEL_ROOM;
    if (label) room = at;
    return { year: formatMonth(start).slice(0, -3), x: at, label };
  });
}

const round = (percent: number): number => Math.round(percent * 1_000) / 1_000;
