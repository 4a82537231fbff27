/** What a listener grants its clients; times in milliseconds. */
export interface ServerLimits {
  /** Connections at a time; whoever comes when as many are open is closed at once. */
  readonly connections: number;
  /** For the request line and all headers to arrive. */
  readonly headers: number;
  /** For a whole request to arrive. */
  readonly request: number;
  /** For a connection on which nothing moves, such as one of a client that asks and does not read. */
  readonly silence: number;
  /** For a connection to be kept for the next request. */
  readonly idle: number;
  /** Between two looks for requests that are late. */
  readonly look: number;
  /** For clients to send on connections that they keep, once the server is told to stop. */
  readonly linger: number;
  /** For running requests to end, once the server is told to stop. */
  readonly stop: number;
}

export const LIMITS: ServerLimits = {
  connections: 1_000,
  headers: 10_000,
  request: 30_000,
  silence: 60_000,
  idle: 65_000,
  look: 5_000,
  linger: 500,
  stop: 10_000,
};
