import {
  AGREEMENTS,
  ATTRIBUTION_STATUSES,
  type AttributionStatus,
  EVENT_KINDS,
  formatMonth,
  STANCES,
} from '@counterclaim/domain';
import { sentenceCase } from '@counterclaim/domain/words';
import type { Columns, KnownLinks, Links } from './columns.ts';
import { type Dictionary, idOf, labelOf } from './dictionary.ts';
import type { ColumnFilter } from './filter.ts';
import { highest } from './highest.ts';
import { type AskedOfClaim, claimHolds, FAILS, mayHold } from './criteria.ts';
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byCount = (a: FacetCount, b: FacetCount): number =>
  b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value);

const ofWords = (words: readonly string[], counts: Uint32Array): FacetCount[] =>
  words
    .flatMap((value, place) =>
      counts[place] === 0 ? [] : [{ value, label: sentenceCase(value), count: counts[place] }],
    )
    .sort(byCount);

const ofRecords = (dictionary: Dictionary, counts: Uint32Array): FacetCount[] =>
  highest(counts, dictionary.ranks, MOST)
    .map((code) => ({ value: idOf(dictionary, code), label: labelOf(dictionary, code), count: counts[code] }))
    .sort(byCount);

/** The events that fail nothing, and those that fail nothing but one parameter, by its bit. */
class Nearly {
  readonly #all: Uint32Array;
  readonly #ends = new Map<number, readonly [from: number, to: number]>();

  constructor(fails: Uint16Array) {
    const counts = new Uint32Array(2 * FAILS.other);
    for (let event = 0; event < fails.length; event += 1) counts[fails[event]] += 1;
    const starts = new Uint32Array(counts.length).fill(2 ** 32 - 1);
    let end = 0;
    for (const bits of [0, ...Object.values(FAILS)]) {
      if (bits === FAILS.other) continue;
      starts[bits] = end;
      this.#ends.set(bits, [end, end + counts[bits]]);
      end += counts[bits];
    }
    this.#all = new Uint32Array(end);
    for (let event = 0; event < fails.length; event += 1) {
      const at = starts[fails[event]];
      if (at < end) {
        this.#all[at] = event;
        starts[fails[event]] = at + 1;
      }
    }
  }

  /** Events that fail exactly this, in their order. */
  with(bits: number): Uint32Array {
    const [from, to] = this.#ends.get(bits) ?? [0, 0];
    return this.#all.subarray(from, to);
  }
}

/** Adds the events that have each value. */
function addLinks(counts: Uint32Array, events: Uint32Array, { offsets, values }: Links): void {
  if (events.length === offsets.length - 1) {
    for (let link = 0; link < values.length; link += 1) counts[values[link]] += 1;
    return;
  }
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at];
    const end = offsets[event + 1];
    for (let link = offsets[event]; link < end; link += 1) counts[values[link]] += 1;
  }
}

/** The same of values that count from an instant on. */
function addKnown(counts: Uint32Array, events: Uint32Array, links: KnownLinks, until: number): void {
  const { offsets, values, known } = links;
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at];
    const end = offsets[event + 1];
    for (let link = offsets[event]; link < end; link += 1) if (known[link] < until) counts[values[link]] += 1;
  }
}

const STATUSES = ATTRIBUTION_STATUSES.length;

/** Counts of what each event has one of, or a few bits. */
interface Scalars {
  /** By the bits together. */
  readonly agreements: Uint32Array;
  readonly kind: Uint32Array;
  readonly dataset: Uint32Array;
  /** By status, for each month. */
  readonly months: Map<number, Uint32Array>;
}

const noScalars = ({ datasets }: Columns): Scalars => ({
  agreements: new Uint32Array(2 ** AGREEMENTS.length),
  kind: new Uint32Array(EVENT_KINDS.length),
  dataset: new Uint32Array(datasets.size),
  months: new Map(),
});

function addScalars(counts: Scalars, { events, pieces }: Columns, rows: Int32Array, selected: Uint32Array): void {
  const { month, kind, dataset } = events;
  const { status, agreements } = pieces;
  let last = NaN;
  let ofMonth: Uint32Array = new Uint32Array(STATUSES);
  for (let at = 0; at < selected.length; at += 1) {
    const event = selected[at];
    const piece = rows[event];
    // Events come in the order of their dates.
    if (month[event] !== last) {
      last = month[event];
      ofMonth = counts.months.get(last) ?? new Uint32Array(STATUSES);
      counts.months.set(last, ofMonth);
    }
    ofMonth[status[piece]] += 1;
    counts.agreements[agreements[piece]] += 1;
    counts.kind[kind[event]] += 1;
    counts.dataset[dataset[event]] += 1;
  }
}

const byStatus = (months: ReadonlyMap<number, Uint32Array>): Uint32Array => {
  const counts = new Uint32Array(STATUSES);
  for (const ofMonth of months.values()) ofMonth.forEach((count, place) => (counts[place] += count));
  return counts;
};

/** How often each bit is set. */
const bitCounts = (counts: Uint32Array): Uint32Array =>
  Uint32Array.from(AGREEMENTS, (_, bit) =>
    counts.reduce((sum, count, bits) => (((bits >>> bit) & 1) === 1 ? sum + count : sum), 0),
  );

const byMonth = (months: ReadonlyMap<number, Uint32Array>): MonthCount[] =>
  [...months]
    .sort(([a], [b]) => a - b)
    .map(([number, counts]) => ({
      month: formatMonth(number),
      count: counts.reduce((sum, count) => sum + count, 0),
      byStatus: Object.fromEntries(
        ATTRIBUTION_STATUSES.flatMap((name, place) => (counts[place] === 0 ? [] : [[name, counts[place]]])),
      ),
    }));

type ClaimFacet = 'actor' | 'claimant' | 'stance';

class Counting {
  readonly #columns: Columns;
  readonly #selection: Selection;
  readonly #isAsOf: boolean;
  readonly #nearly: Nearly;
  readonly #matching: Scalars;

  constructor(columns: Columns, selection: Selection, isAsOf: boolean) {
    this.#columns = columns;
    this.#selection = selection;
    this.#isAsOf = isAsOf;
    this.#nearly = new Nearly(selection.fails);
    this.#matching = noScalars(columns);
    addScalars(this.#matching, columns, selection.pieces, this.#nearly.with(0));
  }

  get total(): number {
    return this.#nearly.with(0).length;
  }

  /** With the events that fail nothing but one parameter. */
  scalars(bit: number): Scalars {
    const without = this.#nearly.with(bit);
    if (without.length === 0) return this.#matching;
    const counts = noScalars(this.#columns);
    for (const events of [this.#nearly.with(0), without]) {
      addScalars(counts, this.#columns, this.#selection.pieces, events);
    }
    return counts;
  }

  links(bit: number, links: Links | KnownLinks, size: number): Uint32Array {
    const counts = new Uint32Array(size);
    for (const events of [this.#nearly.with(0), this.#nearly.with(bit)]) {
      if (this.#isAsOf && 'known' in links) addKnown(counts, events, links, this.#selection.known);
      else addLinks(counts, events, links);
    }
    return counts;
  }

  /** Values of claims on which everything else that is asked of them holds. */
  ofClaims(asked: ClaimFacet, gathered: KnownLinks, size: number): Uint32Array {
    const { claim } = this.#selection;
    const rest = Object.fromEntries(Object.entries(claim).filter(([name]) => name !== asked)) as AskedOfClaim;
    if (Object.keys(rest).length === 0) return this.links(FAILS.claim, gathered, size);
    const counts = new Uint32Array(size);
    /** The last event, from 1, that was counted for each value. */
    const counted = new Uint32Array(size);
    this.#addClaims(counts, counted, this.#nearly.with(0), asked, rest);
    // Where nothing is asked of the facet itself, all that fail fail the rest.
    if (claim[asked] !== undefined) this.#addClaims(counts, counted, this.#nearly.with(FAILS.claim), asked, rest);
    return counts;
  }

  #addClaims(
    counts: Uint32Array,
    counted: Uint32Array,
    events: Uint32Array,
    asked: ClaimFacet,
    rest: AskedOfClaim,
  ): void {
    const { claims, events: all } = this.#columns;
    const { offsets, values, known } = all.claims;
    const until = this.#selection.known;
    for (let at = 0; at < events.length; at += 1) {
      const event = events[at];
      if (!mayHold(all, event, rest)) continue;
      const add = (value: number): void => {
        // Nobody, and no stance, are beyond what is counted.
        if (value < 0 || value >= counts.length || counted[value] === event + 1) return;
        counted[value] = event + 1;
        counts[value] += 1;
      };
      for (let link = offsets[event]; link < offsets[event + 1]; link += 1) {
        const claim = values[link];
        if (known[link] >= until || !claimHolds(claims, claim, rest)) continue;
        if (asked === 'claimant') add(claims.claimant[claim]);
        else if (asked === 'stance') add(claims.stance[claim]);
        else {
          const { named } = claims;
          for (let name = named.offsets[claim]; name < named.offsets[claim + 1]; name += 1) add(named.values[name]);
        }
      }
    }
  }
}

/**
 * Counts the events that match a filter, by everything that they can be filtered by.
 *
 * @param words Which events have each of the words that are asked for; as of an instant, since when.
 */
export function countFacets(columns: Columns, filter: ColumnFilter, words?: AskedWords): FacetCounts {
  const { events, actors, places, sources, datasets } = columns;
  const counting = new Counting(columns, select(columns, filter, words), filter.asOf !== undefined);
  return {
    total: counting.total,
    facets: {
      status: ofWords(ATTRIBUTION_STATUSES, byStatus(counting.scalars(FAILS.status).months)),
      agreement: ofWords(AGREEMENTS, bitCounts(counting.scalars(FAILS.agreement).agreements)),
      kind: ofWords(EVENT_KINDS, counting.scalars(FAILS.kind).kind),
      place: ofRecords(places, counting.links(FAILS.place, events.within, places.size)),
      actor: ofRecords(actors, counting.ofClaims('actor', events.named, actors.size)),
      claimant: ofRecords(actors, counting.ofClaims('claimant', events.claimants, actors.size)),
      stance: ofWords(STANCES, counting.ofClaims('stance', events.stances, STANCES.length)),
      dataset: ofRecords(datasets, counting.scalars(FAILS.dataset).dataset),
      source: ofRecords(sources, counting.links(FAILS.source, events.sources, sources.size)),
    },
    months: byMonth(counting.scalars(FAILS.date).months),
  };
}
