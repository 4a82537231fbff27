import { type EventBits, facetsOf, readPack, Selections, tileOf, type FilterColumns } from '@counterclaim/columns';
import type { Facets } from '@counterclaim/api/client';
import type { AnswerOf, Asked, ColumnsQuery, PackAddress } from './message.ts';

/** Sets of words that are kept: a reader changes the other filters. */
const WORDS_KEPT = 8;

/** Which events have words, by the parameters of a request for them; nothing where they are refused. */
type WordsOf = (parameters: string) => Promise<EventBits | undefined>;

/** The columns of a pack, with what answers from them as the server would. */
export class HeldColumns {
  readonly #columns: FilterColumns;
  readonly #selections: Selections;
  readonly #wordsOf: WordsOf;
  readonly #words = new Map<string, EventBits>();

  private constructor(columns: FilterColumns, wordsOf: WordsOf) {
    this.#columns = columns;
    this.#selections = new Selections(columns);
    this.#wordsOf = wordsOf;
  }

  /** @throws PackError when the file is not the pack of that state; TypeError or Error when it cannot be had. */
  static async open(
    { pack, revision }: PackAddress,
    get: (address: string) => Promise<Response>,
  ): Promise<HeldColumns> {
    const response = await get(pack);
    if (!response.ok) throw new Error(`${pack} answered ${response.status}`);
    const columns = readPack(new Uint8Array(await response.arrayBuffer()), revision);
    return new HeldColumns(columns, async (parameters) => {
      const words = await get(`${pack.replace(/\.bin$/, '')}/words.bin?${parameters}`);
      return words.ok ? bitsOf(await words.arrayBuffer()) : undefined;
    });
  }

  /** Works out once what every answer needs, before anybody waits for one. */
  async warm(): Promise<void> {
    await this.answer({ what: 'tile', query: { filter: {} }, address: { z: 0, x: 0, y: 0 } });
    await this.answer({ what: 'facets', query: { filter: {} } });
  }

  get events(): number {
    return this.#columns.events.size;
  }

  /** @returns Nothing where words are asked for that the server does not look for. */
  async answer(asked: Asked): Promise<Facets | AnswerOf['tile'] | undefined> {
    const { filter, words } = asked.query;
    const bits = words === undefined ? undefined : await this.#bits(words);
    if (words !== undefined && bits === undefined) return undefined;
    const having = bits === undefined ? undefined : { bits: [bits] };
    const selection = this.#selections.of(nameOf(asked.query), filter, having);
    if (asked.what === 'facets') return facetsOf(this.#columns, selection);
    return tileOf(this.#columns, selection, asked.address);
  }

  async #bits(parameters: string): Promise<EventBits | undefined> {
    const bits = this.#words.get(parameters) ?? (await this.#wordsOf(parameters));
    if (bits === undefined) return undefined;
    this.#words.delete(parameters);
    this.#words.set(parameters, bits);
    for (const oldest of this.#words.keys()) {
      if (this.#words.size <= WORDS_KEPT) break;
      this.#words.delete(oldest);
    }
    return bits;
  }
}

const nameOf = ({ filter, words = '' }: ColumnsQuery): string => JSON.stringify([words, filter]);

function bitsOf(buffer: ArrayBuffer): EventBits {
  const bytes = new DataView(buffer);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, at) => bytes.getUint32(at * 4, true));
}
