import { draftLedger } from '@counterclaim/data';
import type { Ledger } from '@counterclaim/domain';
import { openRecords, problemLines, shownFolder } from '../records.ts';

/** Records of which no ledger can be made: its message holds every problem, a line each. */
export class UnreadableRecords extends Error {
  override readonly name = 'UnreadableRecords';
}

/**
 * The ledger that the records of a folder make as they stand, the curated ones unless another is named. Rules that only the
 * check knows are not asked: work in progress can be looked at.
 *
 * @param shown How the folder is called in messages, where that is not its path.
 * @throws UnreadableRecords when a record cannot be read at all; Error when there is no such folder.
 */
export function draftOf(folder: string | undefined, shown?: string): Ledger {
  const records = openRecords(folder);
  const draft = draftLedger(records);
  if (draft.ok) return draft.value;
  const name = shown ?? shownFolder(records.folder);
  throw new UnreadableRecords(
    `${problemLines(draft.error, records.folder, shown)}${name} holds records that cannot be read: correct them first`,
  );
}
