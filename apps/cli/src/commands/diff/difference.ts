import {
  compareLedgers,
  type EventId,
  type Ledger,
  type LedgerComparison,
  type RecordKey,
  type SilentEdit,
  silentEdits,
} from '@counterclaim/domain';
import type { State } from '../../state/state.ts';
import { involvedIn } from './involved.ts';

/** Two states held against each other, with what was done in silence. */
export interface Difference {
  readonly before: State;
  readonly after: State;
  readonly comparison: LedgerComparison;
  readonly silent: readonly SilentEdit[];
}

type Keeps = (record: RecordKey) => boolean;

/** Only what has to do with some records and events. */
const narrowed = (comparison: LedgerComparison, keeps: Keeps, event: EventId): LedgerComparison => {
  const { added, removed, changed, retracted, redirects, assessments } = comparison;
  const leads = ({ type, from, to }: { type: RecordKey['type']; from: string; to: string }): boolean =>
    keeps({ type, id: from }) || keeps({ type, id: to });
  return {
    ...comparison,
    added: added.filter(keeps),
    removed: removed.filter(keeps),
    changed: changed.filter(keeps),
    retracted: retracted.filter(keeps),
    redirects: {
      added: redirects.added.filter(leads),
      changed: redirects.changed.filter(({ was, now }) => leads(was) || leads(now)),
      lost: redirects.lost.filter(leads),
    },
    assessments: assessments.filter((change) => change.event === event),
  };
};

/**
 * Holds two states against each other.
 *
 * @param event Only what has to do with this event, by the id that it bears in the later state, or in the earlier where it is gone.
 */
export function differenceOf(before: State, after: State, event: EventId | undefined): Difference {
  const whole = compareLedgers(before.ledger, after.ledger);
  const comparison =
    event === undefined ? whole : narrowed(whole, involvedIn(event, before.ledger, after.ledger), event);
  return { before, after, comparison, silent: silentEdits(comparison) };
}

/** Whether nothing differs. */
export const isEmpty = ({ comparison }: Difference): boolean => {
  const { added, removed, changed, redirects, assessments } = comparison;
  return [added, removed, changed, redirects.added, redirects.changed, redirects.lost, assessments].every(
    (list) => list.length === 0,
  );
};

/** Every id that an event bears in one of two ledgers. */
export const eventIds = (...ledgers: readonly Ledger[]): Set<EventId> =>
  new Set(ledgers.flatMap(({ events }) => events.map(({ id }) => id)));
