import type { AttributionStatus, ClaimKind, EventId, EventKind, Source } from '@counterclaim/domain';
import type { FacetValue } from './answer.ts';

/** Of how many values a tally lists those with the highest counts, and of how many events their claims. */
export const COVERAGE_LISTED = 100;

/** How many records have each value of something. */
export interface Tally<Item> {
  /** Number of different values, those beyond the listed ones included. */
  readonly values: number;
  /** At most a hundred, the highest counts first; of the same count by value. */
  readonly items: readonly Item[];
}

/** How many records bear a word of the vocabulary, such as a kind or a language. */
export interface WordCount<Word extends string = string> {
  readonly value: Word;
  readonly count: number;
}

export interface CoveredMonth {
  /** `YYYY-MM`, in the zone of each event: of its beginning, or of its end where its beginning is open. */
  readonly month: string;
  readonly events: number;
  /** Of these, events that are contested in one way or another. */
  readonly contested: number;
  readonly byStatus: Readonly<Partial<Record<AttributionStatus, number>>>;
}

/** Months without an event, between two with one; both ends included. */
export interface MonthGap {
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

/** Events with so many claims; both ends included, `to` being `null` where the stretch is open. */
export interface ClaimsPerEvent {
  readonly from: number;
  readonly to: number | null;
  readonly events: number;
}

/** Events of one kind. */
export interface CoveredKind extends WordCount<EventKind> {
  readonly contested: number;
  readonly withoutToll: number;
}

export interface CoveredEvent {
  readonly id: EventId;
  readonly title: string;
  readonly claims: number;
  /** Of these, claims with a passage: its position and digest, which whoever holds the document can check. */
  readonly verifiable: number;
}

export interface CoveredEvents {
  readonly total: number;
  /** Several parties claim it, or one claims it and another is accused, or the accused denies it. */
  readonly attributionContested: number;
  /** Some question has answers that exclude each other. */
  readonly disputed: number;
  /** One of the two, or both. */
  readonly contested: number;
  /** Somebody states a number of killed; of injured; nobody states either. */
  readonly withKilled: number;
  readonly withInjured: number;
  readonly withoutToll: number;
  readonly byKind: readonly CoveredKind[];
  readonly byStatus: Readonly<Partial<Record<AttributionStatus, number>>>;
  /** In order, without those that have none. Events of kind `period` are left out, here and in `gaps`: they add up months or years. */
  readonly months: readonly CoveredMonth[];
  readonly gaps: readonly MonthGap[];
  readonly claims: {
    /** Of all events; the median is the lower of the two in the middle. */
    readonly fewest: number;
    readonly median: number;
    readonly most: number;
    readonly perEvent: readonly ClaimsPerEvent[];
  };
  /** Those with most claims, at most a hundred. */
  readonly largest: readonly CoveredEvent[];
}

export interface CoveredClaims {
  readonly total: number;
  /** With a passage, checkable by whoever holds the document; the others were read in an excerpt. */
  readonly verifiable: number;
  /** It is told when it was said. */
  readonly said: number;
  /** Neither that nor when its document was published is told: it counts only without an as-of. */
  readonly undated: number;
  readonly byKind: readonly WordCount<ClaimKind>[];
}

export interface CoveredSources {
  readonly total: number;
  readonly published: number;
  readonly url: number;
  /** The whole text was seen, and its digest recorded. */
  readonly textDigest: number;
  readonly publishers: Tally<FacetValue>;
  /** Whose text a document carries, where that is not its publisher. */
  readonly wires: Tally<FacetValue>;
  readonly languages: Tally<WordCount>;
  readonly byKind: readonly WordCount<Source['kind']>[];
}

/** What the ledger covers, counted over everything that counts: what was retracted is left out. */
export interface Coverage {
  readonly events: CoveredEvents;
  readonly claims: CoveredClaims;
  readonly sources: CoveredSources;
}
