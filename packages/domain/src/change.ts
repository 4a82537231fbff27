import type { Correction, Editorial } from './correction.ts';
import type { Event } from './event.ts';
import type { Ledger } from './ledger.ts';
import type { RecordType, Redirect } from './redirect.ts';

interface ChangeOf<Kind extends string> {
  readonly kind: Kind;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  /** The record that was changed; of a redirect, the one to which it leads. */
  readonly record: { readonly type: RecordType; readonly id: string };
  readonly reason: string;
}

/** Something that the ledger did to a record of its own: what, when and why. */
export type Change =
  | (ChangeOf<'correction'> & Pick<Correction, 'field' | 'was' | 'now'>)
  | ChangeOf<'retraction'>
  | (ChangeOf<'redirect'> & { readonly from: string });

type Recorded = Editorial & { readonly id: string };

/** What one record tells of its own past, oldest first. */
export function changesOfRecord(type: RecordType, { id, corrections = [], retracted }: Recorded): Change[] {
  const record = { type, id };
  const changes: Change[] = corrections.map(({ date, field, was, now, reason }) => ({
    kind: 'correction',
    date,
    record,
    field,
    was,
    now,
    reason,
  }));
  if (retracted !== undefined) changes.push({ kind: 'retraction', record, ...retracted });
  return changes;
}

/** A redirect as the change that made it. */
export const changeOfRedirect = ({ type, from, to, date, reason }: Redirect): Change => ({
  kind: 'redirect',
  date,
  record: { type, id: to },
  from,
  reason,
});

/**
 * What a change is called, for good: a record's corrections only grow in number, it is retracted once, and an id that
 * redirects is never used again.
 *
 * @param nth which of its record's own changes it is, from 1; of a redirect it does not matter
 */
export function changeId(change: Change, nth: number): string {
  const { type, id } = change.record;
  if (change.kind === 'redirect') return `${type}:${change.from}:redirect`;
  return `${type}:${id}:${change.kind === 'correction' ? `correction-${nth}` : change.kind}`;
}

/** Lists of records, as a ledger or a dossier has them. */
export type ChangingRecords = Pick<Ledger, 'actors' | 'places' | 'sources' | 'claims'> & {
  readonly events: readonly Event[];
  readonly redirects: readonly Redirect[];
};

/** Where the changes of each type of record stand among those of one day, from 0. */
export const CHANGE_RANK: Readonly<Record<RecordType, number>> = { event: 0, claim: 1, source: 2, actor: 3, place: 4 };

/** Latest first; of one day by record, and of one record in reverse of the order in which they were made. */
const latestFirst = (a: Change, b: Change): number => {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  if (a.record.type !== b.record.type) return CHANGE_RANK[a.record.type] - CHANGE_RANK[b.record.type];
  return a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0;
};

/** Every change with what it is called, in the order of `changesOf`. */
function identifiedChanges({ actors, places, events, sources, claims, redirects }: ChangingRecords) {
  const identified = (change: Change, nth: number) => ({ id: changeId(change, nth), change });
  const of = (type: RecordType, records: readonly Recorded[]) =>
    records.flatMap((record) =>
      changesOfRecord(type, record)
        .map((change, index) => identified(change, index + 1))
        .reverse(),
    );
  return [
    ...of('event', events),
    ...of('claim', claims),
    ...of('source', sources),
    ...of('actor', actors),
    ...of('place', places),
    ...redirects.map((redirect) => identified(changeOfRedirect(redirect), 1)),
  ].sort((a, b) => latestFirst(a.change, b.change));
}

/** Everything that the ledger did to records of its own, latest first. The order depends on nothing but the records. */
export const changesOf = (records: ChangingRecords): Change[] => identifiedChanges(records).map(({ change }) => change);

/**
 * What was done on one day, by the ids of the changes, in the order of `changesOf`: so that it can be told whether a state of
 * the records already has it.
 *
 * @param date `YYYY-MM-DD`, in UTC
 */
export const changeIdsOn = (records: ChangingRecords, date: string): string[] =>
  identifiedChanges(records)
    .filter(({ change }) => change.date === date)
    .map(({ id }) => id);
