import { addressOf } from './address.ts';
import type { Answered, Asked } from './exchange.ts';

/** Answers requests of the web platform: within the process, in tests, and under other servers than Node's. */
export const fetchWith =
  (deliver: (asked: Asked) => Promise<Answered>) =>
  async (request: Request): Promise<Response> => {
    const { status, headers, body } = await deliver({
      method: request.method,
      address: addressOf(request.url),
      origin: new URL(request.url).origin,
      header: (name) => request.headers.get(name),
      peer: () => null,
    });
    return new Response(body, { status, headers });
  };
