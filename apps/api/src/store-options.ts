import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoreOptions } from '@counterclaim/store';

/** What of a process's environment says which store is meant. */
export interface StoreEnvironment {
  /** Folder of the database, or `:memory:`; `databasePath` says where it is unless set. */
  readonly COUNTERCLAIM_DATA?: string | undefined;
}

const IN_MEMORY = ':memory:';

/** Beside the code, so that two checkouts with different records never share a database. */
const ownFolder = fileURLToPath(new URL('../../../.data', import.meta.url));

/**
 * Where the database lies: in the folder `COUNTERCLAIM_DATA`, else in `.data` at the root of this checkout. It holds nothing
 * that cannot be loaded again.
 */
export function databasePath({ COUNTERCLAIM_DATA: chosen }: StoreEnvironment): string {
  if (chosen === IN_MEMORY) return IN_MEMORY;
  return join(resolve(chosen || ownFolder), 'ledger.sqlite');
}

/** The store that an environment means: for whatever opens one, so that a command and a server share it. */
export const storeOptions = (environment: StoreEnvironment): StoreOptions => ({ path: databasePath(environment) });
