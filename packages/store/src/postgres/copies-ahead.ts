import type { Copy } from './copy.ts';
import { CopyMessage } from './copy-message.ts';

/** Characters gathered before they are sent. */
const MESSAGE = 1 << 19;

/** Messages that may wait to be written: enough that neither side waits for the other, few enough to be small. */
const MOST_AHEAD = 6;

/**
 * The copies of one transaction, sent ahead: what is written next is worked out while the server writes. One that fails is told to
 * whoever asks next, and nothing is sent after it: a transaction with a lost row never ends well.
 */
export class CopiesAhead {
  readonly #send: (message: CopyMessage) => Promise<void>;
  #gathered: Copy[] = [];
  #characters = 0;
  /** Those that wait to be written, the oldest first. */
  #ahead: Promise<void>[] = [];
  #last: Promise<void> = Promise.resolve();
  #failure: Error | undefined;

  /** @param send Resolves when the server has written the message. */
  constructor(send: (message: CopyMessage) => Promise<void>) {
    this.#send = send;
  }

  /**
   * Takes a copy, and answers before it is written.
   *
   * @throws Error that one taken before met.
   */
  async add(copy: Copy): Promise<void> {
    this.#check();
    this.#gathered.push(copy);
    this.#characters += copy.text.length;
    if (this.#characters < MESSAGE) return;
    this.#flush();
    if (this.#ahead.length >= MOST_AHEAD) await this.#ahead.shift();
  }

  /** Waits until everything is written. @throws Error that a copy met. */
  async settled(): Promise<void> {
    this.#flush();
    this.#ahead = [];
    await this.#last;
    this.#check();
  }

  /** Forgets what was not sent, and what failed: for the end of a transaction that is given up. */
  async abandon(): Promise<void> {
    this.#gathered = [];
    this.#characters = 0;
    this.#ahead = [];
    await this.#last;
    this.#failure = undefined;
  }

  #flush(): void {
    if (this.#gathered.length === 0) return;
    const message = new CopyMessage(this.#gathered);
    this.#gathered = [];
    this.#characters = 0;
    this.#last = this.#last.then(() => this.#write(message));
    this.#ahead.push(this.#last);
  }

  async #write(message: CopyMessage): Promise<void> {
    if (this.#failure !== undefined) return;
    try {
      await this.#send(message);
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
