import type { TileAddress } from '@counterclaim/columns';
import type { EventFilter, Store } from '@counterclaim/store';
import type { MapOverview } from '../answers.ts';
import type { Encoding } from '../http/encoding.ts';
import { HeldColumns } from './held-columns.ts';

/** What only columns answer. There is no answer while a large ledger has none. */
export interface ColumnAnswers {
  /** A vector tile of the events that match. */
  tile(filter: EventFilter, address: TileAddress): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Where they lie. */
  overview(filter: EventFilter): Promise<MapOverview | undefined>;
  /** The columns themselves, as one file. */
  pack(encoding: Encoding): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A bit for each event of the pack: whether it has all of the words. */
  withWords(filter: Pick<EventFilter, 'q' | 'asOf'>): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Bytes that columns of a small ledger may take: it is far below. */
const MOST = 256 * 2 ** 20;

/**
 * The answers for a small ledger, whose columns are filled in a few milliseconds when they are first asked for, and again after
 * something was written.
 */
export function columnAnswersOf(store: Pick<Store, 'state' | 'columnSource'>): ColumnAnswers {
  const source = { ...store.columnSource(), close: () => Promise.resolve() };
  let filling: Promise<HeldColumns> | undefined;
  /** Of the present state; a second try is of a ledger that was written while it was read. */
  async function answered<Answer>(
    ask: (held: HeldColumns) => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    for (let tries = 0; tries < 3; tries += 1) {
      const held = await (filling ??= HeldColumns.fill(source, MOST).catch((error: unknown) => {
        filling = undefined;
        throw error;
      }));
      const answer = await ask(held);
      if (answer !== undefined) return answer;
      filling = undefined;
    }
    return undefined;
  }
  return {
    tile: (filter, address) => answered((held) => held.tile(filter, address)),
    overview: (filter) => answered((held) => held.overview(filter)),
    pack: (encoding) => answered((held) => held.pack(encoding)),
    withWords: (filter) => answered((held) => held.withWords(filter)),
  };
}
