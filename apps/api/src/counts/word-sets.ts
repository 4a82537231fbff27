import {
  type AskedWords,
  type Columns,
  type EventBits,
  eventBits,
  type EventsKnown,
  eventsKnown,
} from '@counterclaim/columns';
import type { ColumnSource } from '@counterclaim/store';

/** Bytes of sets kept: some hundred words of a large ledger. */
const KEPT = 64 * 2 ** 20;

type Texts = Pick<ColumnSource, 'eventsWith' | 'claimsWith'>;

/**
 * Which events have a word, by the store's index of texts. Sets of words that were asked for of late are kept, because
 * those of common words are long lists.
 */
export class WordSets {
  readonly #columns: Columns;
  readonly #texts: Texts;
  readonly #most: number;
  readonly #kept = new Map<string, Uint32Array>();
  #bytes = 0;

  /** @param most Bytes of sets kept. */
  constructor(columns: Columns, texts: Texts, most = KEPT) {
    this.#columns = columns;
    this.#texts = texts;
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @param isAsOf Whether it matters since when a word is known. */
  async of(words: readonly string[], isAsOf: boolean): Promise<AskedWords | undefined> {
    if (words.length === 0) return undefined;
    const sets: Uint32Array[] = [];
    for (const word of words) sets.push(await (isAsOf ? this.#known(word) : this.#bits(word)));
    return isAsOf ? { known: sets } : { bits: sets };
  }

  #bits(word: string): Promise<EventBits> {
    return this.#get(`anywhere ${word}`, async () =>
      eventBits(this.#columns, await this.#texts.eventsWith(word, 'anywhere')),
    );
  }

  #known(word: string): Promise<EventsKnown> {
    return this.#get(`known ${word}`, async () =>
      eventsKnown(this.#columns, await this.#texts.eventsWith(word, 'identity'), await this.#texts.claimsWith(word)),
    );
  }

  async #get(name: string, read: () => Promise<Uint32Array>): Promise<Uint32Array> {
    const kept = this.#kept.get(name);
    const set = kept ?? (await read());
    this.#kept.delete(name);
    this.#kept.set(name, set);
    if (kept !== undefined) return kept;
    this.#bytes += set.byteLength;
    for (const [oldest, { byteLength }] of this.#kept) {
      if (this.#bytes <= this.#most || oldest === name) break;
      this.#kept.delete(oldest);
      this.#bytes -= byteLength;
    }
    return set;
  }
}
