import process from 'node:process';
import { pino } from 'pino';
import type { Logger } from '../http/logger.ts';

/**
 * Where a server of its own writes its log: lines of JSON on standard error.
 *
 * @param level as pino has them; `warn` unless set
 * @throws Error in one line when there is no such level.
 */
export function openLogger({ LOG_LEVEL: level }: { readonly LOG_LEVEL?: string | undefined }): Logger {
  const levels = [...Object.keys(pino.levels.values), 'silent'];
  if (level && !levels.includes(level)) {
    throw new Error(`LOG_LEVEL=${level} is no level: choose one of ${levels.join(', ')}.`);
  }
  return pino({ level: level || 'warn', serializers: { error: pino.stdSerializers.err } }, pino.destination(2));
}

/**
 * Ends the process once it is told to (SIGINT, SIGTERM): after what is given, with 0. A second signal ends it at once.
 */
export function endWhenTold(end: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end().then(() => process.exit(0)));
  }
}

/** Ends the process with 1 and the message of an error that says in one line what to do. */
export function refuseToStart(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
