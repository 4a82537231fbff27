import { existsSync } from 'node:fs';
import { storeOptions } from '@counterclaim/api';
import { openStore, type Store, type StoreOptions } from '@counterclaim/store';

const IN_MEMORY = ':memory:';

/**
 * The ledger that an environment means: that of a server with the same variables.
 *
 * @param wait Seconds to wait for another process that writes.
 * @throws Error, in one line, when it would be gone at once, or `wait` is no number.
 */
export function ledgerOptions(environment: NodeJS.ProcessEnv, wait = '60'): StoreOptions {
  if (!/^\d{1,5}$/.test(wait)) throw new Error(`--wait ${wait} is no number of seconds: write one from 0 to 99999`);
  const options = storeOptions(environment);
  if ('path' in options && options.path === IN_MEMORY) {
    throw new Error(
      'COUNTERCLAIM_DATA=:memory: keeps nothing once this command ends: name a folder, that of the server',
    );
  }
  return { ...options, busyTimeout: Number(wait) * 1000 };
}

/**
 * Works in the ledger, which must be there, and closes it.
 *
 * @throws Error, in one line, when there is none; StoreError when it cannot be opened.
 */
export async function inLedger<Result>(
  options: StoreOptions,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  if ('path' in options && !existsSync(options.path)) {
    throw new Error(
      `there is no ledger at ${options.path}: import a dataset or start the server first, or name its folder with COUNTERCLAIM_DATA`,
    );
  }
  const store = await openStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
