import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReleasedLedger, recordsFolder, releasesFolder, releaseVersionSchema } from '@counterclaim/data';
import type { Ledger } from '@counterclaim/domain';
import { shownFolder } from '../records.ts';
import { draftOf } from './draft.ts';
import { withRecordsAt } from './git-records.ts';
import { readLedgerJson } from './ledger-json.ts';

/** A ledger, and how it was named. */
export interface State {
  readonly name: string;
  readonly ledger: Ledger;
  /** Whether it has been given out, so that what it says may not change in silence: releases and ledgers in files have. */
  readonly published: boolean;
}

/** Where states are looked for. */
export interface StateFolders {
  /** Folder of the work tree's records: the curated ones unless given. */
  readonly records?: string | undefined;
  /** Folder of releases: that of this checkout unless given. */
  readonly releases?: string | undefined;
}

const REVISION = 'git:';

/** Every way to name a state, for help and for messages. */
export const STATES = 'a folder of records, a ledger.json, a release such as 2026.1, or a revision such as git:HEAD~3';

/**
 * Reads a state of the ledger by its name (`STATES`); without a name, the records of the work tree.
 *
 * @throws Error, naming what is wrong and what to do, when there is no such state or it cannot be read.
 */
export function openState(name: string | undefined, { records, releases }: StateFolders): State {
  if (name === undefined) {
    const folder = records ?? fileURLToPath(recordsFolder);
    return { name: shownFolder(folder), ledger: draftOf(folder), published: false };
  }
  if (name.startsWith(REVISION)) {
    const folder = records ?? fileURLToPath(recordsFolder);
    const ledger = withRecordsAt(folder, name.slice(REVISION.length), (copy) => draftOf(copy, name));
    return { name, ledger, published: false };
  }
  const found = statSync(name, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return { name, ledger: draftOf(name), published: false };
  if (found?.isFile() === true) return { name, ledger: readLedgerJson(name), published: true };
  if (releaseVersionSchema.safeParse(name).success) {
    return { name: `release ${name}`, ledger: readReleasedLedger(name, releases ?? releasesFolder), published: true };
  }
  throw new Error(`${name} is nothing that can be compared: name ${STATES}`);
}
