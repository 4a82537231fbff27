import { existsSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { StoreState } from '../answer.ts';
import { readState } from '../read/state.ts';
import { StoreError } from '../store-error.ts';
import { APPLICATION_ID, openSqliteReader } from './engine.ts';
import { explainSqliteError } from './sqlite-error.ts';

/** More than a database can have. */
const ALL_PAGES = 2 ** 31 - 1;

/** A copy that was made. */
export interface BackUp extends StoreState {
  readonly bytes: number;
}

/**
 * Copies a database as it stands at one moment, while others read and write it: nobody waits for the copy, and what is written
 * meanwhile is not in it. The copy is looked through, and is at its place only once it is complete and on disk.
 *
 * @param path of a database with a ledger in it
 * @param to where nothing is yet
 * @returns what the copy serves
 * @throws StoreError when there is no ledger, something is at `to`, it cannot be written, or the copy is damaged; nothing is left of it then.
 */
export async function backUpFile(path: string, to: string): Promise<BackUp> {
  if (!existsSync(path)) throw new StoreError('unwritable', `There is no database at ${path}: name the one to copy.`);
  if (existsSync(to)) {
    throw new StoreError('conflict', `There is something at ${to}: name a file that is not there yet.`);
  }
  const part = `${to}.part`;
  try {
    await copy(path, part);
    const state = await settle(part);
    await rename(part, to);
    await synchronise(dirname(to));
    return { ...state, bytes: statSync(to).size };
  } catch (error) {
    for (const left of [part, `${part}-journal`]) await rm(left, { force: true });
    throw explainCopying(error, part);
  }
}

async function copy(path: string, part: string): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const { application_id: application } = database.prepare('pragma application_id').get() as {
      application_id: number;
    };
    if (application !== APPLICATION_ID) {
      throw new StoreError('incompatible', `The database ${path} belongs to another program: name that of a ledger.`);
    }
    // All pages in one step are those of one moment: between steps, another's write would make it begin again, perhaps without end.
    await backup(database, part, { rate: ALL_PAGES });
  } catch (error) {
    throw explainSqliteError(error, path);
  } finally {
    database.close();
  }
}

/** Looks a copy through, makes it one file that needs no other beside it, and sees it onto the disk. */
async function settle(part: string): Promise<StoreState> {
  const database = new DatabaseSync(part);
  try {
    database.exec('pragma journal_mode = delete');
    const { quick_check: found } = database.prepare('pragma quick_check(1)').get() as { quick_check: string };
    if (found !== 'ok') {
      throw new StoreError(
        'damaged',
        `The copy is damaged (${found}): check the database and the disk; no copy is left.`,
      );
    }
  } finally {
    database.close();
  }
  const state = await stateOf(part);
  await synchronise(part);
  return state;
}

async function stateOf(path: string): Promise<StoreState> {
  const engine = openSqliteReader(path);
  try {
    return await engine.read(readState);
  } finally {
    await engine.close();
  }
}

async function synchronise(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function explainCopying(error: unknown, part: string): unknown {
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    return new StoreError(
      'unwritable',
      `The copy ${part} cannot be written (${String(error.code)}): name another folder.`,
      {
        cause: error,
      },
    );
  }
  return explainSqliteError(error, part);
}
