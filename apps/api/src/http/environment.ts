import type { Encoding } from './encoding.ts';
import type { Format } from './format.ts';
import type { Logger } from './logger.ts';

/** What is settled about a request before a route sees it. */
export interface Bindings {
  readonly requestId: string;
  /** As the client sent it. */
  readonly method: string;
  readonly format: Format;
  /** How the answer is compressed, by whoever makes it or afterwards. */
  readonly encoding: Encoding;
  readonly revision: string;
  /** Scheme and host under which clients find the service: for what has to name its own address. */
  readonly origin: string;
  readonly logger: Logger;
}

export interface Environment {
  Bindings: Bindings;
}
