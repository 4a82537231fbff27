import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReleasedLedger, recordsFolder, releasesFolder, releaseVersionSchema } from '@counterclaim/data';
import type { Ledger } from '@counterclaim/domain';
import { shownFolder } from '../records.ts';
import { draftOf } from './draft.ts';
import { knowsRevision, withRecordsAt } from './git-records.ts';
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
export const STATES =
  'a folder of records, a ledger.json, a release such as 2026.1, or a revision such as main or git:HEAD~3';

function stateAt(name: string, revision: string, folder: string): State {
  return { name, ledger: withRecordsAt(folder, revision, (copy) => draftOf(copy, name)), published: false };
}

/**
 * Reads a state of the ledger by its name (`STATES`); without a name, the records of the work tree. A name that is neither
 * folder, file nor release is a revision where git knows it; `git:` before it says that it is one.
 *
 * @throws Error, naming what is wrong and what to do, when there is no such state or it cannot be read.
 */
export function openState(name: string | undefined, { records, releases }: StateFolders): State {
  const folder = records ?? fileURLToPath(recordsFolder);
  if (name === undefined) return { name: shownFolder(folder), ledger: draftOf(folder), published: false };
  if (name.startsWith(REVISION)) return stateAt(name, name.slice(REVISION.length), folder);
  const found = statSync(name, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return { name, ledger: draftOf(name), published: false };
  if (found?.isFile() === true) return { name, ledger: readLedgerJson(name), published: true };
  if (releaseVersionSchema.safeParse(name).success) {
    return { name: `release ${name}`, ledger: readReleasedLedger(name, releases ?? releasesFolder), published: true };
  }
  // What else a name may mean comes first, so that no branch hides a folder or a release.
  if (knowsRevision(folder, name)) return stateAt(`${REVISION}${name}`, name, folder);
  throw new Error(`${name} is nothing that can be compared: name ${STATES}`);
}
