import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { curatedLedger } from '@counterclaim/data';
import { ledgerItems } from '@counterclaim/domain';
import { openStore, type Store } from '@counterclaim/store';
import { type App, createApp } from './app.ts';
import { buildName } from './build.ts';
import type { Logger } from './http/logger.ts';

/** What of a process's environment the service reads. */
export interface ServiceEnvironment {
  /** Folder of the database, or `:memory:`; `databasePath` says where it is unless set. */
  readonly COUNTERCLAIM_DATA?: string | undefined;
  readonly XDG_STATE_HOME?: string | undefined;
}

/** The API with what it stands on. */
export interface Service {
  readonly app: App;
  readonly store: Store;
  readonly close: () => Promise<void>;
}

const IN_MEMORY = ':memory:';

/**
 * Where the database lies: in `COUNTERCLAIM_DATA`, else in `counterclaim` in the folder that the system keeps for the state
 * of a user's programs (`XDG_STATE_HOME`, `~/.local/state` unless set). It holds nothing that cannot be loaded again.
 */
export function databasePath({ COUNTERCLAIM_DATA: chosen, XDG_STATE_HOME: state }: ServiceEnvironment): string {
  if (chosen === IN_MEMORY) return IN_MEMORY;
  const folder = chosen || join(state || join(homedir(), '.local', 'state'), 'counterclaim');
  return join(resolve(folder), 'ledger.sqlite');
}

/**
 * The API with its store open and the curated records loaded; when they are the ones loaded last, nothing is written.
 *
 * @throws StoreError, with one line that says what to do, when the database cannot be opened or written.
 */
export async function openService(environment: ServiceEnvironment = {}, logger?: Logger): Promise<Service> {
  const store = await openStore({ path: databasePath(environment) });
  try {
    const ledger = curatedLedger();
    await store.replaceDataset(ledger.dataset, ledger.digest, ledgerItems(ledger));
  } catch (error) {
    await store.close();
    throw error;
  }
  return { app: createApp({ store, build: buildName(), logger }), store, close: () => store.close() };
}
