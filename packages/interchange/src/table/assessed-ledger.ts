import {
  assess,
  type Assessment,
  type Dossier,
  dossierOf,
  indexLedger,
  type Ledger,
  summarise,
} from '@counterclaim/domain';
import type { EventRow } from '../event-row.ts';

/** One event with everything that is derived of it. */
export interface AssessedEvent {
  readonly dossier: Dossier;
  readonly assessment: Assessment;
  readonly row: EventRow;
}

/** A ledger with the assessment of each event, as of now: from all claims that it holds. */
export interface AssessedLedger {
  readonly ledger: Ledger;
  /** Sorted by id. A retracted event is assessed from no claim: it counts for nothing. */
  readonly events: readonly AssessedEvent[];
}

/** Assesses every event of a ledger once, for all tables that need it. */
export function assessLedger(ledger: Ledger): AssessedLedger {
  const index = indexLedger(ledger);
  const events = ledger.events.flatMap(({ id, retracted }): AssessedEvent[] => {
    const whole = dossierOf(index, id);
    if (whole === undefined) return [];
    const dossier = retracted === undefined ? whole : { ...whole, claims: [] };
    const assessment = assess(dossier);
    return [{ dossier, assessment, row: { ...summarise(dossier, assessment), dataset: ledger.dataset } }];
  });
  return { ledger, events };
}

/** The events of a ledger as lists show them: without those that were retracted. */
export function* eventRowsOf({ events }: AssessedLedger): Generator<EventRow, void, undefined> {
  for (const { dossier, row } of events) if (dossier.event.retracted === undefined) yield row;
}
