import { AGREEMENTS, ATTRIBUTION_STATUSES, EVENT_KINDS, STANCES } from '@counterclaim/domain';
import type { FilterColumns, KnownLinks, Links } from './columns.ts';
import { type AskedOfClaim, mayHaveClaim } from './asked-of-claim.ts';
import { CLAIM_FACETS, type ClaimFacet, countOnClaims } from './claim-counting.ts';
import { FAILS } from './criteria.ts';
import { Nearly } from './nearly.ts';
import type { Selection } from './selection.ts';

const STATUSES = ATTRIBUTION_STATUSES.length;

/** Adds to the counts of values, by 1 or -1, those that each of some events has. */
type Add = (counts: Uint32Array, events: Uint32Array, by: 1 | -1) => void;

/** Something that events have values of. */
interface Subject {
  /** How many values there are. */
  readonly size: number;
  /** Whether events have them at any instant. */
  readonly isTimeless: boolean;
  readonly add: Add;
}

const ofCodes = (codes: Uint8Array | Uint16Array, size: number): Subject => ({
  size,
  isTimeless: true,
  add: (counts, events, by) => {
    for (let at = 0; at < events.length; at += 1) counts[codes[events[at]]] += by;
  },
});

const ofPieces = (pieces: Int32Array, codes: Uint8Array, size: number): Subject => ({
  size,
  isTimeless: false,
  add: (counts, events, by) => {
    for (let at = 0; at < events.length; at += 1) counts[codes[pieces[events[at]]]] += by;
  },
});

const ofLinks = ({ offsets, values }: Links, size: number): Subject => ({
  size,
  isTimeless: true,
  add: (counts, events, by) => {
    for (let at = 0; at < events.length; at += 1) {
      const end = offsets[events[at] + 1];
      for (let link = offsets[events[at]]; link < end; link += 1) counts[values[link]] += by;
    }
  },
});

/** Of values that count from an instant on. */
const ofKnown = ({ offsets, values, known }: KnownLinks, size: number, until: number): Subject => ({
  size,
  isTimeless: false,
  add: (counts, events, by) => {
    for (let at = 0; at < events.length; at += 1) {
      const end = offsets[events[at] + 1];
      for (let link = offsets[events[at]]; link < end; link += 1) if (known[link] < until) counts[values[link]] += by;
    }
  },
});

/** How many events of each status a month has: those of month `n` after the first begin at `n` times the number of statuses. */
export interface Months {
  readonly first: number;
  readonly counts: Uint32Array;
}

/** The first and the last month of any event. */
function monthsOf({ events }: FilterColumns): readonly [first: number, last: number] {
  let [first, last] = [Infinity, -Infinity];
  for (const month of events.month) {
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  return first > last ? [0, -1] : [first, last];
}

const ofMonths = (
  { events: { month } }: FilterColumns,
  status: Uint8Array,
  pieces: Int32Array,
  [first, last]: readonly [number, number],
): Subject => ({
  size: (last - first + 1) * STATUSES,
  isTimeless: false,
  add: (counts, events, by) => {
    for (let at = 0; at < events.length; at += 1) {
      const event = events[at];
      counts[(month[event] - first) * STATUSES + status[pieces[event]]] += by;
    }
  },
});

/** What is the same for every filter as of now: the counts of all events, by what they are counted by. */
interface Known {
  readonly months: readonly [first: number, last: number];
  readonly totals: Map<string, Uint32Array>;
  /** Room to count in, used again and again: to be given megabytes anew takes some systems longer than to count. */
  readonly room: { readonly events: Uint32Array; counts: Uint32Array };
}

const knownOf = new WeakMap<FilterColumns, Known>();

function known(columns: FilterColumns): Known {
  const found = knownOf.get(columns) ?? {
    months: monthsOf(columns),
    totals: new Map<string, Uint32Array>(),
    room: { events: new Uint32Array(columns.events.size), counts: new Uint32Array() },
  };
  knownOf.set(columns, found);
  return found;
}

/**
 * Counts the events of a selection by their values, each time with those that fail nothing but one parameter. Most events of a ledger are
 * counted by those that are missing.
 *
 * Counts hold until others are asked for, of these events or of other ones: they are read at once.
 */
export class Counting {
  readonly #columns: FilterColumns;
  readonly #selection: Selection;
  readonly #nearly: Nearly;
  readonly #known: Known;
  #counted: ReturnType<typeof countOnClaims> | undefined;

  constructor(columns: FilterColumns, selection: Selection) {
    this.#columns = columns;
    this.#selection = selection;
    this.#known = known(columns);
    this.#nearly = new Nearly(selection.fails, this.#known.room.events);
  }

  get total(): number {
    return this.#nearly.with(0).length;
  }

  get kind(): Uint32Array {
    return this.#count('kind', FAILS.kind, ofCodes(this.#columns.events.kind, EVENT_KINDS.length));
  }

  get dataset(): Uint32Array {
    const { events, datasets } = this.#columns;
    return this.#count('dataset', FAILS.dataset, ofCodes(events.dataset, datasets.size));
  }

  get status(): Uint32Array {
    const status = ofPieces(this.#selection.pieces, this.#columns.pieces.status, STATUSES);
    return this.#count('status', FAILS.status, status);
  }

  get agreement(): Uint32Array {
    const agreements = ofPieces(this.#selection.pieces, this.#columns.pieces.agreements, 2 ** AGREEMENTS.length);
    const counts = this.#count('agreement', FAILS.agreement, agreements);
    return Uint32Array.from(AGREEMENTS, (_, bit) =>
      counts.reduce((sum, count, bits) => (((bits >>> bit) & 1) === 1 ? sum + count : sum), 0),
    );
  }

  get months(): Months {
    const { months } = this.#known;
    const byStatus = ofMonths(this.#columns, this.#columns.pieces.status, this.#selection.pieces, months);
    return { first: months[0], counts: this.#count('months', FAILS.date, byStatus) };
  }

  get place(): Uint32Array {
    const { events, places } = this.#columns;
    return this.#count('place', FAILS.place, ofLinks(events.within, places.size));
  }

  get source(): Uint32Array {
    const { events, sources } = this.#columns;
    return this.#count('source', FAILS.source, this.#linked(events.sources, sources.size));
  }

  get actor(): Uint32Array {
    return this.#ofClaims('actor', this.#columns.events.named, this.#columns.actors.size);
  }

  get claimant(): Uint32Array {
    return this.#ofClaims('claimant', this.#columns.events.claimants, this.#columns.actors.size);
  }

  get stance(): Uint32Array {
    return this.#ofClaims('stance', this.#columns.events.stances, STANCES.length);
  }

  /** Values of claims on which everything else that is asked of them holds. */
  #ofClaims(asked: ClaimFacet, gathered: KnownLinks, size: number): Uint32Array {
    const { claim, fails, known: until } = this.#selection;
    const holds: AskedOfClaim = { ...claim, [asked]: undefined };
    if (CLAIM_FACETS.every((facet) => holds[facet] === undefined))
      return this.#count(asked, FAILS.claim, this.#linked(gathered, size));
    if (claim[asked] === undefined) return this.#besides[asked] ?? new Uint32Array(size);
    const groups = [this.#nearly.with(0), this.#nearly.with(FAILS.claim)];
    const few = mayHaveClaim(
      this.#columns,
      holds,
      groups.reduce((sum, { length }) => sum + length, 0),
    );
    const events = few && [few.filter((event) => fails[event] === 0 || fails[event] === FAILS.claim)];
    return (
      countOnClaims(this.#columns, events ?? groups, { asked: [asked], holds, until })[asked] ?? new Uint32Array(size)
    );
  }

  /** Values of claims on which all that is asked holds, of what is not asked: other events than those that match have none. */
  get #besides(): ReturnType<typeof countOnClaims> {
    const { claim, known: until } = this.#selection;
    const asked = CLAIM_FACETS.filter((facet) => claim[facet] === undefined);
    return (this.#counted ??= countOnClaims(this.#columns, [this.#nearly.with(0)], { asked, holds: claim, until }));
  }

  #linked(links: KnownLinks, size: number): Subject {
    const { isAsOf, known: until } = this.#selection;
    return isAsOf ? ofKnown(links, size, until) : ofLinks(links, size);
  }

  #count(name: string, bit: number, subject: Subject): Uint32Array {
    const { size, add, isTimeless } = subject;
    if ((isTimeless || !this.#selection.isAsOf) && this.#nearly.areMost(bit)) {
      const counts = this.#room(size);
      counts.set(this.#total(name, subject));
      for (const events of this.#nearly.others(bit)) add(counts, events, -1);
      return counts;
    }
    const counts = this.#room(size).fill(0);
    for (const events of [this.#nearly.with(0), this.#nearly.with(bit)]) add(counts, events, 1);
    return counts;
  }

  #room(size: number): Uint32Array {
    const { room } = this.#known;
    if (room.counts.length < size) room.counts = new Uint32Array(size);
    return room.counts.subarray(0, size);
  }

  /** The counts of all events as of now. */
  #total(name: string, { size, add }: Subject): Uint32Array {
    const { totals } = this.#known;
    const found = totals.get(name);
    if (found !== undefined) return found;
    const counts = new Uint32Array(size);
    const all = new Uint32Array(this.#columns.events.size).map((_, event) => event);
    add(counts, all, 1);
    totals.set(name, counts);
    return counts;
  }
}
