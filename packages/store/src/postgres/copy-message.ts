import type { Connection, Submittable } from 'pg';
import type { Copy } from './copy.ts';

/** A message's letter and its length, which counts itself but not the letter. */
const HEADER = 'd\0\0\0\0';
const DONE = Buffer.from('c\0\0\0\x04', 'latin1');

/** Rows as a message of the protocol (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
function rowsMessage({ text }: Copy): Buffer {
  const message = Buffer.from(`${HEADER}${text}`);
  message.writeInt32BE(message.length - 1, 1);
  return message;
}

/**
 * Several copies as one question to the server, sent with all their rows. Whether it is ready for them is not waited for: where
 * a copy fails, the server passes over the rows that still come, as the protocol says, and does nothing that follows in the
 * question.
 *
 * The driver calls the methods that begin with `handle`.
 */
export class CopyMessage implements Submittable {
  /** Settles when the server has written all rows, or failed. */
  readonly written: Promise<void>;
  readonly #copies: readonly Copy[];
  readonly #resolve: () => void;
  readonly #reject: (error: Error) => void;

  constructor(copies: readonly Copy[]) {
    this.#copies = copies;
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.written = promise;
    this.#resolve = () => {
      resolve(undefined);
    };
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    const { stream } = connection;
    stream.cork();
    connection.query(this.#copies.map(({ sql }) => sql).join(';'));
    for (const copy of this.#copies) {
      stream.write(rowsMessage(copy));
      stream.write(DONE);
    }
    stream.uncork();
  }

  handleCopyInResponse(): void {
    // The rows are on their way.
  }

  handleCommandComplete(): void {
    // Others of the question may follow.
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }

  handleError(error: Error): void {
    this.#reject(error);
  }
}
