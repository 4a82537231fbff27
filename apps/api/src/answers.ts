/**
 * What the API answers, as types: of the domain and the store, with the envelope of a list. The schemas in `schema/` are
 * held against these; the typed client returns them.
 */
import type { Actor, Assessment, Claim, Dossier, EventSummary, Place, Source } from '@counterclaim/domain';
import type { ColumnType } from '@counterclaim/interchange';
import type { ChangeEntry, DatasetInfo, HistoryPiece, ListedEvent } from '@counterclaim/store';

export type { Actor, Assessment, Claim, EventSummary, Place, Source } from '@counterclaim/domain';
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
  readonly build: string;
}

export interface Health {
  readonly status: 'ok';
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
