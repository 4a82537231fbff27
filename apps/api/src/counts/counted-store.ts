import type {
  EventFilter,
  EventSort,
  ListedEvent,
  Page,
  PageRequest,
  Store,
  StoreOptions,
  StoreState,
} from '@counterclaim/store';
import type { Logger } from '../http/logger.ts';
import { type ColumnAnswers, columnAnswersOf } from './column-answers.ts';
import { Counts, type CountsOptions } from './counts.ts';
import type { AnswerOf, Asked } from './message.ts';

/** What of a process's environment says how the ledger is counted. */
export interface CountsEnvironment {
  /** MiB that the columns of the ledger may take in memory, 0 for none; `COLUMNS_MIB` unless set. */
  readonly COUNTERCLAIM_COLUMNS_MIB?: string | undefined;
}

/** Enough for a million events, at some 500 bytes each. */
const COLUMNS_MIB = 512;

/** Events up to which the database counts in a few milliseconds, and a thread with columns would be a waste. */
const SMALL = 2_000;

export interface CountedStoreOptions {
  readonly store: StoreOptions;
  /** Bytes that columns may take. */
  readonly most: number;
  readonly logger: Logger;
  /** Events up to which there are no columns; `SMALL` unless given. */
  readonly small?: number | undefined;
  /** For tests. */
  readonly counts?: Pick<CountsOptions, 'module' | 'patience'> | undefined;
}

/** @throws Error in one line that names the variable and what it may be. */
export function columnBytes({ COUNTERCLAIM_COLUMNS_MIB: chosen }: CountsEnvironment): number {
  const mib = chosen || String(COLUMNS_MIB);
  if (!/^\d{1,6}$/.test(mib)) {
    throw new Error(
      `COUNTERCLAIM_COLUMNS_MIB=${mib} is no number of MiB: choose one from 0, which lets the database count, to 999999.`,
    );
  }
  return Number(mib) * 2 ** 20;
}

/** Whether an index of the database has the list in its order: of everything, and of words by date. */
const isQuickInOrder = ({ q, ...filter }: EventFilter, sort: EventSort): boolean =>
  Object.keys(filter).length === 0 && (q === undefined || sort === 'date' || sort === '-date');

/** A store whose facets and lists may come from columns in memory, and what tells whether they do. */
export interface CountedStore {
  readonly store: Store;
  readonly columns: ColumnAnswers;
  /** The state of the ledger of which columns are held, if any are. */
  readonly counted: () => string | undefined;
  /** Whether filtered lists come from them too. */
  readonly isWarm: () => boolean;
  readonly close: () => Promise<void>;
}

/**
 * The store, with facets and lists from columns that another thread holds: as soon as the ledger has more than a few events and they
 * are filled, else from the store itself, with the same answers. A store in memory, which another thread cannot read,
 * stays as it is.
 */
export function countedStore(
  own: Store,
  { store, most, logger, small = SMALL, counts }: CountedStoreOptions,
): CountedStore {
  const isInMemory = 'path' in store && store.path === ':memory:';
  const isSmall = ({ datasets }: StoreState): boolean => datasets.reduce((sum, { events }) => sum + events, 0) <= small;
  const ofSmall = columnAnswersOf(own);
  /** Nothing of a large ledger: to fill its columns here would hold up everything else. */
  const here = async <Answer>(ask: (answers: ColumnAnswers) => Promise<Answer | undefined>) =>
    isSmall(await own.state()) ? ask(ofSmall) : undefined;
  const answersHere: ColumnAnswers = {
    tile: (filter, address) => here((answers) => answers.tile(filter, address)),
    overview: (filter) => here((answers) => answers.overview(filter)),
    pack: (encoding) => here((answers) => answers.pack(encoding)),
    withWords: (filter) => here((answers) => answers.withWords(filter)),
  };
  if (most === 0 || isInMemory) {
    return {
      store: own,
      columns: answersHere,
      counted: () => undefined,
      isWarm: () => false,
      close: () => own.close(),
    };
  }
  const options = { store, most, logger, ...counts };
  let held: Counts | undefined;
  let isClosed = false;
  /** The state of the ledger; the thread starts with the first that is large. */
  async function look(): Promise<string> {
    const state = await own.state();
    if (held === undefined && !isClosed && !isSmall(state)) {
      held = new Counts(options);
    }
    return state.revision;
  }
  /** What the thread answers of the present state, if it has it. */
  const ask = async <What extends Asked['what']>(
    asked: Extract<Asked, { what: What }>,
  ): Promise<AnswerOf[What] | undefined> => {
    const revision = await look();
    return held?.ask<What>(revision, asked);
  };

  /** A page whose lines come from columns; nothing where there are none of the present state. */
  async function listed(
    filter: EventFilter,
    sort: EventSort,
    page: PageRequest,
  ): Promise<Page<ListedEvent> | undefined> {
    const revision = await look();
    if (held?.isWarm !== true) return undefined;
    const found = await held.ask(revision, { what: 'lines', filter, sort, page });
    const lines = found?.slice(0, page.limit);
    const items = lines === undefined ? undefined : await own.listed(lines);
    if (found === undefined || items === undefined) return undefined;
    const [key, id] = [lines?.at(-1)?.key, items.at(-1)?.id];
    return found.length > page.limit && key !== undefined && id !== undefined
      ? { items, next: { key, id } }
      : { items };
  }

  // A store that cannot tell its state says so to whoever asks it.
  look().catch(() => undefined);
  return {
    store: {
      ...own,
      facets: async (filter) => (await ask({ what: 'facets', filter })) ?? own.facets(filter),
      events: async (filter, sort, page) =>
        (isQuickInOrder(filter, sort) ? undefined : await listed(filter, sort, page)) ?? own.events(filter, sort, page),
    },
    columns: {
      tile: async (filter, address) =>
        (await ask({ what: 'tile', filter, address })) ?? answersHere.tile(filter, address),
      overview: async (filter) => (await ask({ what: 'overview', filter })) ?? answersHere.overview(filter),
      pack: async (encoding) => (await ask({ what: 'pack', encoding })) ?? answersHere.pack(encoding),
      withWords: async (filter) => (await ask({ what: 'withWords', filter })) ?? answersHere.withWords(filter),
    },
    counted: () => held?.revision,
    isWarm: () => held?.isWarm === true,
    close: async () => {
      isClosed = true;
      await held?.close();
      await own.close();
    },
  };
}
