import type {
  Actor,
  ActorId,
  Claim,
  ClaimId,
  EventId,
  Instant,
  LedgerItem,
  Place,
  PlaceId,
  RecordType,
  Redirect,
  Source,
  SourceId,
} from '@counterclaim/domain';
import type {
  ActorDetail,
  ChangeEntry,
  ClaimDetail,
  DatasetInfo,
  EventDetail,
  Facets,
  HistoryPiece,
  ListedEvent,
  Page,
  PlaceDetail,
  SourceDetail,
  StoreState,
} from './answer.ts';
import type { ColumnSource, EventLine } from './column-source.ts';
import type { Coverage } from './coverage.ts';
import type { ChangeFilter, ClaimFilter, EventFilter, EventSort, PageRequest, SourceFilter } from './filter.ts';

/** What a load did to an event: to its own record, or to a claim about it. What is said of its documents alone is none. */
export type EventChange = 'added' | 'changed' | 'removed';

export interface ReplaceOptions {
  /**
   * Told of the events of the dataset that the load added, changed or removed, by id, before it is kept; of none when the
   * dataset is a new one. A load that fails later on has told in vain.
   */
  readonly onEventChange?: ((id: EventId, change: EventChange) => void) | undefined;
  /** `false` does everything and keeps nothing: the answer is what would be. */
  readonly keep?: boolean | undefined;
}

/**
 * The ledger on SQL. Every record belongs to a dataset, and datasets are replaced whole.
 *
 * What was retracted is in no list, count, facet or search: no retracted record, no claim of a retracted document, no claim
 * about nothing but retracted events. Nor does a filter by a retracted event or document find claims or events. By its id a
 * retracted record answers as any other, and so do dossiers and details that name it, so that pages can show what was
 * taken back. A filter by an id that redirects finds what it leads to.
 *
 * The interface names no engine: SQLite stands behind it, and PostgreSQL can.
 */
export interface Store {
  /**
   * What is served. Where reads go over a network, the answer may be a fraction of a second old, unless `now` is asked for:
   * whoever has read something and asks whether it still stands must.
   */
  state(asOf?: 'now'): Promise<StoreState>;
  /**
   * Replaces a dataset in one transaction: readers see the old one until the new one is complete, and a
   * failure leaves the old one serving. The digest it was loaded with last makes it a no-op. Records may come in
   * any order, one by one or some together, and name those of other datasets.
   *
   * @throws StoreError when a record names one that neither the stream nor another dataset holds, is given
   * twice, belongs to another dataset, or cannot be read; when a redirect leads to no record, leads away from one, or is
   * given twice. Whatever the stream throws, it throws.
   */
  replaceDataset(
    id: string,
    digest: string,
    items: Iterable<LedgerItem> | AsyncIterable<LedgerItem | readonly LedgerItem[]>,
    options?: ReplaceOptions,
  ): Promise<DatasetInfo>;
  /**
   * Removes a dataset with all its records; whether there was one.
   *
   * @throws StoreError when a record of another dataset names one of its records, or a redirect leads to one.
   */
  removeDataset(id: string): Promise<boolean>;

  events(filter: EventFilter, sort: EventSort, page: PageRequest): Promise<Page<ListedEvent>>;
  /**
   * Events as lists show them, for whoever found by other means which ones a list has (`ColumnSource`).
   *
   * @returns In the order of the lines; nothing where one of them is not there, because something was written meanwhile.
   */
  listed(lines: readonly EventLine[]): Promise<readonly ListedEvent[] | undefined>;
  event(id: EventId, asOf?: Instant): Promise<EventDetail | undefined>;
  history(id: EventId): Promise<readonly HistoryPiece[] | undefined>;
  facets(filter: EventFilter): Promise<Facets>;
  /** What is covered and what is not, over all datasets. */
  coverage(): Promise<Coverage>;

  /** Sorted by id: document after document. */
  claims(filter: ClaimFilter, page: PageRequest): Promise<Page<Claim>>;
  claim(id: ClaimId): Promise<ClaimDetail | undefined>;
  /** Sorted by id, as are actors and places. */
  sources(filter: SourceFilter, page: PageRequest): Promise<Page<Source>>;
  source(id: SourceId): Promise<SourceDetail | undefined>;
  /** With `q`: each of its words begins a word of a name. */
  actors(page: PageRequest, q?: string): Promise<Page<Actor>>;
  actor(id: ActorId): Promise<ActorDetail | undefined>;
  /** With `id`: those alone, by whatever id they once had. */
  places(page: PageRequest, q?: string, id?: readonly PlaceId[]): Promise<Page<Place>>;
  place(id: PlaceId): Promise<PlaceDetail | undefined>;

  /** What the ledger did to records of its own, latest first, in the order of the domain's `changesOf`. */
  changes(filter: ChangeFilter, page: PageRequest): Promise<Page<ChangeEntry>>;
  /**
   * Where an id that no record bears any more leads: to a record, its own or, for a claim, under its own slug in the
   * document that took its document's place.
   */
  redirect(type: RecordType, id: string): Promise<Redirect | undefined>;

  /** What columns of a small ledger are filled from, by the store's own connections; `openColumnSource` has others, for another thread. */
  columnSource(): Omit<ColumnSource, 'close'>;

  close(): Promise<void>;
}
