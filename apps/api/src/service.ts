import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { curatedLedger } from '@counterclaim/data';
import { ledgerItems } from '@counterclaim/domain';
import type { Store } from '@counterclaim/store';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { buildName } from './build.ts';
import { openStore } from './empty-store.ts';
import type { Logger } from './http/logger.ts';

/** What of a process's environment the service reads. */
export interface ServiceEnvironment {
  /** Folder of the database, or `:memory:`; `dataFolder` says where it is unless set. */
  readonly COUNTERCLAIM_DATA?: string | undefined;
  readonly XDG_STATE_HOME?: string | undefined;
}

export interface Service {
  readonly app: Hono;
  readonly store: Store;
  close(): Promise<void>;
}

/** Nothing but the database's folder keeps the service from starting: told in one line, with the remedy. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
}

/**
 * Where the database lies: `COUNTERCLAIM_DATA`, else `counterclaim` in the folder that the system keeps for the state of a
 * user's programs (`XDG_STATE_HOME`, `~/.local/state` unless set). It holds nothing that cannot be loaded again.
 */
export function dataFolder(environment: ServiceEnvironment): string {
  const { COUNTERCLAIM_DATA: chosen, XDG_STATE_HOME: state } = environment;
  if (chosen === ':memory:') return chosen;
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  return join(state !== undefined && state !== '' ? state : join(homedir(), '.local', 'state'), 'counterclaim');
}

/**
 * The API with its store open and the curated records loaded; when they are the ones loaded last, nothing is written.
 *
 * @throws ServiceError or StoreError, with one line that says what to do, when the database cannot be opened.
 */
export async function openService(environment: ServiceEnvironment = {}, logger?: Logger): Promise<Service> {
  const folder = dataFolder(environment);
  const store = await openStore(folder === ':memory:' ? folder : databaseIn(folder));
  try {
    const ledger = curatedLedger();
    await store.replaceDataset(ledger.dataset, ledger.digest, ledgerItems(ledger));
  } catch (error) {
    await store.close();
    throw error;
  }
  return { app: createApp({ store, build: buildName(), logger }), store, close: () => store.close() };
}

function databaseIn(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ServiceError(
      `Cannot make the data folder ${folder} (${reason}): set COUNTERCLAIM_DATA to a folder that can be written, or to :memory:.`,
      { cause: error },
    );
  }
  return join(folder, 'ledger.sqlite');
}
