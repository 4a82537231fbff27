import {
  type ClaimId,
  type EventId,
  type Ledger,
  type LedgerComparison,
  type RecordChange,
  type RecordKey,
  type RemovedRecord,
  type SourceId,
  sourceIdOf,
} from '@counterclaim/domain';

/** What became of one record. */
export type Fate =
  | { readonly kind: 'added'; readonly record: RecordKey }
  | { readonly kind: 'removed'; readonly record: RemovedRecord }
  | { readonly kind: 'changed'; readonly record: RecordChange };

/** A document, and the claims in it, as far as something became of them. */
export interface SourceGroup {
  readonly id: SourceId;
  readonly fate: Fate | undefined;
  readonly claims: readonly Fate[];
}

/** An event, and the documents that speak of it, as far as something became of them. */
export interface EventGroup {
  readonly id: EventId;
  readonly fate: Fate | undefined;
  readonly sources: readonly SourceGroup[];
}

/** Everything that became of records, as a reviewer reads it. */
export interface Grouping {
  /** Sorted by id. A document that speaks of several events stands with the first. */
  readonly events: readonly EventGroup[];
  /** Documents without claims, actors and places. */
  readonly others: readonly Fate[];
}

/** Whether a change says more than that the record bears another id, which its removal under the old one tells. */
export const saysMore = ({ fields, corrections, lostCorrections, retracted }: RecordChange): boolean =>
  fields.length > 0 || corrections.length > 0 || lostCorrections.length > 0 || retracted !== null;

/** Claims that went along with their document when it was renamed: told with it. */
const wentAlong = ({ type, redirect }: RemovedRecord, ledger: Ledger): boolean =>
  type === 'claim' &&
  redirect !== null &&
  !ledger.redirects.some((own) => own.type === 'claim' && own.from === redirect.from);

const fatesOf = ({ added, removed, changed }: LedgerComparison, after: Ledger): Fate[] => [
  ...removed.filter((record) => !wentAlong(record, after)).map((record): Fate => ({ kind: 'removed', record })),
  ...changed.filter(saysMore).map((record): Fate => ({ kind: 'changed', record })),
  ...added.map((record): Fate => ({ kind: 'added', record })),
];

const byId = (a: Fate, b: Fate): number => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0);

/** Groups what became of records by event and document. Events of which only the assessment differs are groups too. */
export function grouped(comparison: LedgerComparison, before: Ledger, after: Ledger): Grouping {
  const about = new Map<ClaimId, EventId | undefined>();
  const firstEvent = new Map<SourceId, EventId>();
  for (const {
    id,
    about: [event],
  } of [...after.claims, ...before.claims]) {
    if (about.has(id)) continue;
    about.set(id, event);
    if (event !== undefined && !firstEvent.has(sourceIdOf(id))) firstEvent.set(sourceIdOf(id), event);
  }
  const groups = new Map<
    EventId,
    { fate: Fate | undefined; sources: Map<SourceId, { fate: Fate | undefined; claims: Fate[] }> }
  >();
  const groupOf = (id: EventId) => {
    let group = groups.get(id);
    if (group === undefined) groups.set(id, (group = { fate: undefined, sources: new Map() }));
    return group;
  };
  const sourceIn = (event: EventId, id: SourceId) => {
    const { sources } = groupOf(event);
    let source = sources.get(id);
    if (source === undefined) sources.set(id, (source = { fate: undefined, claims: [] }));
    return source;
  };
  const others: Fate[] = [];
  for (const { event } of comparison.assessments) groupOf(event);
  for (const fate of fatesOf(comparison, after)) {
    const { type, id } = fate.record;
    const event =
      type === 'claim' ? about.get(id as ClaimId) : type === 'source' ? firstEvent.get(id as SourceId) : undefined;
    if (type === 'event') groupOf(id as EventId).fate = fate;
    else if (event === undefined) others.push(fate);
    else if (type === 'source') sourceIn(event, id as SourceId).fate = fate;
    else sourceIn(event, sourceIdOf(id as ClaimId)).claims.push(fate);
  }
  return {
    events: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { fate, sources }]) => ({
        id,
        fate,
        sources: [...sources]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([source, { fate: own, claims }]) => ({ id: source, fate: own, claims: claims.sort(byId) })),
      })),
    others: others.sort((a, b) =>
      a.record.type === b.record.type ? byId(a, b) : a.record.type < b.record.type ? -1 : 1,
    ),
  };
}
