import { setImmediate } from 'node:timers/promises';
import {
  bitsOfWords,
  bytesOf,
  type Columns,
  ColumnsBuilder,
  facetsOf,
  degreesOf,
  overviewOf,
  pageOf,
  type PageRow,
  type PageSort,
  type Selection,
  Selections,
  type TileAddress,
  tileOf,
  writePack,
} from '@counterclaim/columns';
import { wordsOf } from '@counterclaim/domain';
import type { ColumnSource, EventFilter, EventSort, Facets, PageRequest, SourceVersion } from '@counterclaim/store';
import type { MapOverview } from '../answers.ts';
import { compress, type Encoding } from '../http/encoding.ts';
import { WordSets } from './word-sets.ts';

/** How much larger columns may be than what was gathered of them, while they are put together. */
const FINISHING = 1.5;

const SORTS: Readonly<Record<EventSort, PageSort>> = {
  date: { by: 'date', descending: false },
  '-date': { by: 'date', descending: true },
  killed: { by: 'killed', descending: false },
  '-killed': { by: 'killed', descending: true },
  known: { by: 'known', descending: false },
  '-known': { by: 'known', descending: true },
};

/** A ledger whose columns do not fit into the memory that they may take. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The columns of one state of a ledger, with what answers from them. */
export class HeldColumns {
  readonly revision: string;
  readonly version: string;
  readonly bytes: number;
  readonly #columns: Columns;
  readonly #source: ColumnSource;
  readonly #words: WordSets;
  readonly #selections: Selections;
  readonly #packs = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  private constructor(columns: Columns, source: ColumnSource, { revision, version }: SourceVersion) {
    this.revision = revision;
    this.version = version;
    this.bytes = bytesOf(columns);
    this.#columns = columns;
    this.#source = source;
    this.#words = new WordSets(columns, source);
    this.#selections = new Selections(columns);
  }

  /**
   * Reads a ledger into columns, a few thousand rows at a time: other work goes on between.
   *
   * @param most Bytes that it may take.
   * @throws TooLarge when it would take more; what the store throws when it cannot be read.
   */
  static async fill(source: ColumnSource, most: number): Promise<HeldColumns> {
    const builder = new ColumnsBuilder();
    const at = await source.read(async (rows) => {
      builder.add(rows);
      if (builder.bytes * FINISHING > most) {
        throw new TooLarge(`its columns take more than ${Math.floor(most / 2 ** 20)} MiB`);
      }
      await setImmediate();
    });
    return new HeldColumns(builder.finish(), source, at);
  }

  get events(): number {
    return this.#columns.events.size;
  }

  /** What `facets` of the store answers; undefined when something has been written since the columns were filled. */
  async facets(filter: EventFilter): Promise<Facets | undefined> {
    return this.#ofSelected(filter, (selection) => facetsOf(this.#columns, selection));
  }

  /**
   * The lines of a page of `events` of the store, and one more where another page follows; undefined when something has been
   * written since the columns were filled.
   */
  async lines(
    { q = '', ...filter }: EventFilter,
    sort: EventSort,
    { limit, after }: PageRequest,
  ): Promise<readonly PageRow[] | undefined> {
    const words = await this.#words.of(wordsOf(q), filter.asOf !== undefined);
    const start = after === undefined ? undefined : { key: after.key, event: await this.#source.keyOf(after.id) };
    if ((await this.#source.version()) !== this.version) return undefined;
    return pageOf(this.#columns, filter, SORTS[sort], limit + 1, start, words);
  }

  /** A vector tile of the events that match; undefined as `facets`. */
  async tile(filter: EventFilter, address: TileAddress): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#ofSelected(filter, (selection) => tileOf(this.#columns, selection, address));
  }

  /** Where the events that match lie; undefined as `facets`. */
  async overview(filter: EventFilter): Promise<MapOverview | undefined> {
    const overview = await this.#ofSelected(filter, (selection) => overviewOf(this.#columns, selection));
    if (overview === undefined) return undefined;
    const { located, unlocated, window, cells, areas } = overview;
    const [northWest, southEast] =
      window === null ? [] : [degreesOf(window.west, window.north), degreesOf(window.east, window.south)];
    return {
      located,
      unlocated,
      bounds:
        northWest === undefined || southEast === undefined
          ? null
          : [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude],
      cells: cells.map(({ x, y, count, contested }) => ({ ...degreesOf(x, y), count, contested })),
      areas: areas.map(({ x, y, count, contested, place, label, radius }) => ({
        ...degreesOf(x, y),
        count,
        contested,
        place,
        label,
        radiusKm: radius,
      })),
    };
  }

  /** A bit for each event: whether it has all of the words of `q`, by `asOf`; undefined as `facets`. */
  async withWords({ q = '', asOf }: Pick<EventFilter, 'q' | 'asOf'>): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const words = await this.#words.of(wordsOf(q), asOf !== undefined);
    if (words === undefined || (await this.#source.version()) !== this.version) return undefined;
    const bits = bitsOfWords(this.#columns, words, asOf);
    const bytes = new DataView(new ArrayBuffer(bits.length * 4));
    bits.forEach((each, at) => {
      bytes.setUint32(at * 4, each, true);
    });
    return new Uint8Array(bytes.buffer);
  }

  /** The columns as one file, compressed; undefined as `facets`. It is kept, but for the one that is not compressed. */
  async pack(encoding: Encoding): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if ((await this.#source.version()) !== this.version) return undefined;
    const kept = this.#packs.get(encoding);
    if (kept !== undefined) return kept;
    const packing = writePack(this.#columns, this.revision, setImmediate).then((pack) => compress(pack, encoding));
    if (encoding !== 'identity') {
      this.#packs.set(encoding, packing);
      packing.catch(() => this.#packs.delete(encoding));
    }
    return packing;
  }

  /** @param answer Reads the selection at once. */
  async #ofSelected<Answer>(
    { q = '', ...filter }: EventFilter,
    answer: (selection: Selection) => Answer,
  ): Promise<Answer | undefined> {
    const words = wordsOf(q);
    const sets = await this.#words.of(words, filter.asOf !== undefined);
    // Sets of words are of the state that is now: of the columns' own only if nothing was written.
    if ((await this.#source.version()) !== this.version) return undefined;
    return answer(this.#selections.of(JSON.stringify([words, filter]), filter, sets));
  }

  /** Gets the set of a word ready before anybody asks for it. */
  async warm(word: string): Promise<void> {
    await this.#words.of([word], false);
  }
}
