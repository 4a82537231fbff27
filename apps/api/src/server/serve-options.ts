import { LIMITS } from './limits.ts';
import type { ServeOptions } from './serve.ts';

/** What of a process's environment says where and how to listen. */
export interface ServeEnvironment {
  /** `127.0.0.1` unless set. */
  readonly HOST?: string | undefined;
  readonly PORT?: string | undefined;
  /** Connections at a time; `LIMITS` says how many unless set. */
  readonly COUNTERCLAIM_MAX_CONNECTIONS?: string | undefined;
}

/**
 * Where and how an environment means a server to listen.
 *
 * @param port unless the environment has one
 * @throws Error in one line that names the variable and what it may be.
 */
export function serveOptions(
  environment: ServeEnvironment,
  port: number,
): Pick<ServeOptions, 'host' | 'port' | 'limits'> {
  const PORT = environment.PORT || String(port);
  if (!/^\d+$/.test(PORT) || Number(PORT) > 65_535) {
    throw new Error(`PORT=${PORT} is not a port: choose a number from 0 to 65535.`);
  }
  const connections = environment.COUNTERCLAIM_MAX_CONNECTIONS || String(LIMITS.connections);
  if (!/^[1-9]\d{0,5}$/.test(connections)) {
    throw new Error(
      `COUNTERCLAIM_MAX_CONNECTIONS=${connections} is no number of connections: choose one from 1 to 999999.`,
    );
  }
  return {
    host: environment.HOST || '127.0.0.1',
    port: Number(PORT),
    limits: { connections: Number(connections) },
  };
}
