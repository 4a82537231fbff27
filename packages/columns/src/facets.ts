import {
  AGREEMENTS,
  ATTRIBUTION_STATUSES,
  type AttributionStatus,
  EVENT_KINDS,
  formatMonth,
  STANCES,
} from '@counterclaim/domain';
import { sentenceCase } from '@counterclaim/domain/words';
import type { FilterColumns } from './columns.ts';
import { Counting, type Months } from './counting.ts';
import { type Dictionary, idsOf, labelsOf } from './dictionary.ts';
import type { ColumnFilter } from './filter.ts';
import { highest } from './highest.ts';
import { select, type Selection } from './selection.ts';
import type { AskedWords } from './words.ts';

export interface FacetCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

type FacetName = 'status' | 'agreement' | 'kind' | 'place' | 'actor' | 'claimant' | 'stance' | 'dataset' | 'source';

export interface MonthCount {
  /** `YYYY-MM`, in the zone of each event. */
  readonly month: string;
  readonly count: number;
  readonly byStatus: Readonly<Partial<Record<AttributionStatus, number>>>;
}

/** How many events match, and how many would with another value of one parameter: each facet leaves its own out. */
export interface FacetCounts {
  readonly total: number;
  /** Sorted by count, then by label; at most the thousand with the highest counts. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** Months in order, without empty ones; leaves the dates out. */
  readonly months: readonly MonthCount[];
}

/** Most values that a facet lists: the first in its order. */
const MOST = 1_000;

type Name = Omit<FacetCount, 'count'>;

/** Names that were listed before: most facets list the same ones again, and unpacking a text takes longer than counting it. */
const kept = new WeakMap<Dictionary, Map<number, Name>>();

/** How many are kept of a dictionary. */
const KEPT = 20_000;

function namesOf(dictionary: Dictionary, codes: readonly number[]): Name[] {
  const names = kept.get(dictionary) ?? new Map<number, Name>();
  kept.set(dictionary, names);
  if (names.size >= KEPT) names.clear();
  const others = codes.filter((code) => !names.has(code));
  const [ids, labels] = [idsOf(dictionary, others), labelsOf(dictionary, others)];
  others.forEach((code, at) => names.set(code, { value: ids[at], label: labels[at] }));
  return codes.flatMap((code) => names.get(code) ?? []);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byCount = (a: FacetCount, b: FacetCount): number =>
  b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value);

const ofWords = (words: readonly string[], counts: Uint32Array): FacetCount[] =>
  words
    .flatMap((value, place) =>
      counts[place] === 0 ? [] : [{ value, label: sentenceCase(value), count: counts[place] }],
    )
    .sort(byCount);

function ofRecords(dictionary: Dictionary, counts: Uint32Array): FacetCount[] {
  const codes = highest(counts, dictionary.byRank, dictionary.ranks, MOST);
  return (
    namesOf(dictionary, codes)
      .map(({ value, label }, at) => ({ value, label, count: counts[codes[at]] }))
      // Ranks are of bytes, which sort some characters beyond the basic plane another way.
      .sort(byCount)
  );
}

const STATUSES = ATTRIBUTION_STATUSES.length;

function ofMonths({ first, counts }: Months): MonthCount[] {
  const months: MonthCount[] = [];
  for (let start = 0; start < counts.length; start += STATUSES) {
    const ofMonth = counts.subarray(start, start + STATUSES);
    const count = ofMonth.reduce((sum, each) => sum + each, 0);
    if (count === 0) continue;
    months.push({
      month: formatMonth(first + start / STATUSES),
      count,
      byStatus: Object.fromEntries(
        ATTRIBUTION_STATUSES.flatMap((name, place) => (ofMonth[place] === 0 ? [] : [[name, ofMonth[place]]])),
      ),
    });
  }
  return months;
}

/**
 * Counts the events that match a filter, by everything that they can be filtered by.
 *
 * @param selection Of the filter (`select`).
 */
export function facetsOf(columns: FilterColumns, selection: Selection): FacetCounts {
  const { actors, places, sources, datasets } = columns;
  const counting = new Counting(columns, selection);
  return {
    total: counting.total,
    facets: {
      status: ofWords(ATTRIBUTION_STATUSES, counting.status),
      agreement: ofWords(AGREEMENTS, counting.agreement),
      kind: ofWords(EVENT_KINDS, counting.kind),
      place: ofRecords(places, counting.place),
      actor: ofRecords(actors, counting.actor),
      claimant: ofRecords(actors, counting.claimant),
      stance: ofWords(STANCES, counting.stance),
      dataset: ofRecords(datasets, counting.dataset),
      source: ofRecords(sources, counting.source),
    },
    months: ofMonths(counting.months),
  };
}

/**
 * The same of a filter that is asked once.
 *
 * @param words Which events have each of the words that are asked for; as of an instant, since when.
 */
export const countFacets = (columns: FilterColumns, filter: ColumnFilter, words?: AskedWords): FacetCounts =>
  facetsOf(columns, select(columns, filter, words));
