import type { Retraction } from './correction.ts';
import { followRedirects } from './follow.ts';
import type { Ledger } from './ledger.ts';
import { compareRecord, type RecordChange, type Recorded, type RecordKey } from './record-change.ts';
import { RECORD_TYPES, type RecordType, type Redirect, redirectOf } from './redirect.ts';
import { compareRedirects, type RedirectComparison } from './redirect-change.ts';

/** A record that is no longer there, and the redirect that leads from its id to one that is; `null` where none does. */
export interface RemovedRecord extends RecordKey {
  readonly redirect: Redirect | null;
}

/** The records of two states of a ledger held against each other. Lists of records are sorted by type and id. */
export interface RecordComparison {
  /** Digests of the two states. */
  readonly before: string;
  readonly after: string;
  readonly added: readonly RecordKey[];
  readonly removed: readonly RemovedRecord[];
  readonly changed: readonly RecordChange[];
  /** Records that both states hold, and only the later one retracted. */
  readonly retracted: readonly (RecordKey & Retraction)[];
  readonly redirects: RedirectComparison;
}

const recordsOf = (ledger: Ledger): Readonly<Record<RecordType, readonly Recorded[]>> => ({
  actor: ledger.actors,
  place: ledger.places,
  event: ledger.events,
  source: ledger.sources,
  claim: ledger.claims,
});

const index = (records: readonly Recorded[]): Map<string, Recorded> =>
  new Map(records.map((record) => [record.id, record]));

/**
 * Holds the records of two states of a ledger against each other.
 *
 * A redirect of the later state renames: what it leads from is compared with what it leads to, and a record that only names
 * another by its new id has not changed.
 *
 * @param followed The earlier state under the ids of the later one, where it is at hand.
 */
export function compareRecords(
  before: Ledger,
  after: Ledger,
  followed: Ledger = followRedirects(before, after.redirects),
): RecordComparison {
  const old = recordsOf(before);
  const earlier = recordsOf(followed);
  const later = recordsOf(after);
  const added: RecordKey[] = [];
  const removed: RemovedRecord[] = [];
  const changed: RecordChange[] = [];
  for (const type of RECORD_TYPES) {
    const was = index(earlier[type]);
    const now = index(later[type]);
    const renamedFrom = new Map<string, string>();
    const stood = index(old[type]);
    for (const { id } of old[type]) {
      if (now.has(id)) continue;
      const redirect = redirectOf(after.redirects, type, id);
      const leads = redirect !== undefined && now.has(redirect.to);
      if (leads && !stood.has(redirect.to) && !renamedFrom.has(redirect.to)) renamedFrom.set(redirect.to, id);
      removed.push({ type, id, redirect: leads ? redirect : null });
    }
    for (const record of later[type]) {
      const present = was.get(record.id);
      if (present === undefined) {
        added.push({ type, id: record.id });
        continue;
      }
      const change = compareRecord(type, present, record, renamedFrom.get(record.id));
      if (change !== null) changed.push(change);
    }
  }
  return {
    before: before.digest,
    after: after.digest,
    added,
    removed,
    changed,
    retracted: changed.flatMap(({ type, id, retracted }) => (retracted === null ? [] : [{ type, id, ...retracted }])),
    redirects: compareRedirects(before.redirects, after.redirects),
  };
}
