/**
 * What the API answers, as types: of the domain and the store, with the envelope of a list. The schemas in `schema/` are
 * held against these; the typed client returns them.
 */
import type { Actor, Assessment, Claim, Dossier, EventSummary, Place, Source } from '@counterclaim/domain';
import type { ListedRelease, ReleaseFile } from '@counterclaim/data/serving';
import type { ColumnType } from '@counterclaim/interchange/serving';
import type { ChangeEntry, DatasetInfo, HistoryPiece, ListedEvent } from '@counterclaim/store';
import type { VerifiedClaim } from './documents/verification.ts';

export type { VerifiedClaim, VerifiedPassage } from './documents/verification.ts';
export type { Actor, Assessment, Change, Claim, EventSummary, Place, Redirect, Source } from '@counterclaim/domain';
export type {
  ActorDetail,
  ChangeEntry,
  ClaimDetail,
  Coverage,
  DatasetInfo,
  Facets,
  FacetName,
  FacetValue,
  HistoryPiece,
  ListedEvent,
  MonthCount,
  NamedEvent,
  PlaceDetail,
  SourceDetail,
} from '@counterclaim/store';

/** A page of a list; `cursor` asks for the next one and is absent on the last. */
export interface List<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

export type EventList = List<ListedEvent>;
export type ClaimList = List<Claim>;
export type SourceList = List<Source>;
export type ActorList = List<Actor>;
export type PlaceList = List<Place>;
export type ChangeList = List<ChangeEntry>;

/** One event with everything that its assessment rests on. Its parts make a `Dossier`: `assess(answer)` derives it anew. */
export interface EventAnswer extends Dossier {
  readonly dataset: string;
  readonly assessment: Assessment;
  readonly summary: EventSummary;
}

/** An event's assessment over time, oldest first. */
export interface HistoryList {
  readonly items: readonly HistoryPiece[];
}

/** What is served at this moment, and by which rules. */
export interface Release {
  readonly methodology: { readonly rules: Readonly<Record<string, number>> };
  readonly revision: string;
  readonly datasets: readonly DatasetInfo[];
  /** Address of the present state as columns in one file. */
  readonly pack: string;
  readonly build: string;
}

/** A release as the list of releases has it, and which of its files this server has. */
export type ListedReleaseAnswer = Omit<ListedRelease, 'files'> & {
  readonly files: readonly (ReleaseFile & { readonly available: boolean })[];
  /** Ids of the changes of its own day that its records already have, in the order of the list of changes; `null` where this server does not have them. */
  readonly changesOfDay: readonly string[] | null;
};

/** All releases, latest first. */
export interface ReleaseList {
  readonly items: readonly ListedReleaseAnswer[];
}

/** The text of a document as the operator holds it, with every passage of its claims looked up in it. */
export interface DocumentAnswer {
  readonly source: Source['id'];
  /** BCP 47. */
  readonly language: string;
  readonly textDigest: {
    readonly verdict: 'match' | 'mismatch' | 'not-recorded';
    readonly recorded: string | null;
    readonly found: string;
  };
  /** Passages that the claims cite, and those of them that stand where they are said to. */
  readonly passages: number;
  readonly matching: number;
  /** Every claim of the source that the ledger has not taken back; without passages where only an excerpt was coded. */
  readonly claims: readonly VerifiedClaim[];
  /** The normalised text. */
  readonly paragraphs: readonly string[];
}

export interface Health {
  readonly status: 'ok';
}

/** Events at or around a point, in degrees. */
interface MapCount {
  readonly longitude: number;
  readonly latitude: number;
  /** Events. */
  readonly count: number;
  /** Of these, how many are contested in who did it. */
  readonly contested: number;
}

/** Where the events that match lie, as one drawing shows it. */
export interface MapOverview {
  /** Events of whose place a point with a radius is known. */
  readonly located: number;
  /** The others: no map can show them. */
  readonly unlocated: number;
  /** West, south, east and north of what is known, in degrees; `null` where nothing is. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number] | null;
  /** Events by cell of a grid, where their places are known that precisely. */
  readonly cells: readonly MapCount[];
  /** Events whose place is known less precisely, by place. */
  readonly areas: readonly (MapCount & { readonly place: string; readonly label: string; readonly radiusKm: number })[];
}

/** What the columns of the downloads mean. */
export interface Dictionary {
  readonly types: readonly { readonly type: ColumnType; readonly description: string }[];
  readonly tables: readonly {
    readonly name: string;
    readonly description: string;
    readonly files: readonly { readonly path: string; readonly mediaType: string }[];
    readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly description: string }[];
  }[];
}
