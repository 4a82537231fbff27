import type { Editorial, RecordType, Retraction, Source } from '@counterclaim/domain';
import { formatDate } from '#lib/format/date.ts';

/** That the ledger took a record back, for the head of its page. */
export interface Tombstone {
  readonly heading: string;
  /** `YYYY-MM-DD`, and in words. */
  readonly date: string;
  readonly day: string;
  readonly reason: string;
  /** What follows for readers. */
  readonly meaning: string;
}

const MEANINGS: Readonly<Record<RecordType, string>> = {
  event:
    'It stands in no list and no count. What is below is what the ledger held, kept so that links and citations lead somewhere.',
  claim:
    'It counts for nothing, at no date. What is below is what the ledger held, kept so that links and citations lead somewhere.',
  source:
    'No claim coded from it counts. What is below is what the ledger held, kept so that links and citations lead somewhere.',
  actor:
    'It stands in no list. What is below is what the ledger held, kept so that links and citations lead somewhere.',
  place:
    'It stands in no list. What is below is what the ledger held, kept so that links and citations lead somewhere.',
};

const stone = (heading: string, { date, reason }: Retraction, meaning: string): Tombstone => ({
  heading,
  date,
  day: formatDate(date, 'UTC'),
  reason,
  meaning,
});

/** The tombstone of a record, where the ledger took it back. */
export const tombstoneOf = (type: RecordType, { retracted }: Editorial): Tombstone | undefined =>
  retracted && stone(`The ledger took this ${type} back`, retracted, MEANINGS[type]);

/** Of a claim, also where the ledger took back the document that it was coded from. */
export const tombstoneOfClaim = (claim: Editorial, source: Pick<Source, 'retracted'>): Tombstone | undefined =>
  tombstoneOf('claim', claim) ??
  (source.retracted && stone('The ledger took the document of this claim back', source.retracted, MEANINGS.claim));
