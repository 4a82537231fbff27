/** What of a request anything depends on: there is never a body. */
export interface Asked {
  readonly method: string;
  /** Path and query, as the client sent them. */
  readonly address: string;
  /** Scheme and host under which the client asked, as far as can be told: `https://example.org`. */
  readonly origin: string;
  readonly header: (name: HeaderName) => string | null;
  /** The address of whoever is connected; `null` within the process. */
  readonly peer: () => string | null;
}

export type HeaderName =
  | 'accept'
  | 'accept-encoding'
  | 'authorization'
  | 'content-length'
  | 'forwarded'
  | 'if-none-match'
  | 'if-range'
  | 'range'
  | 'transfer-encoding'
  | 'via'
  | 'x-forwarded-for'
  | 'x-real-ip'
  | 'x-request-id';

/** An answer in parts that every server can send as they are. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}
