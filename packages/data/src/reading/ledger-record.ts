import type { Json, RecordType } from '@counterclaim/domain';
import type { Folder } from '../schema/record.ts';
import { FOLDER_OF, TYPE_OF } from '../schema/record-type.ts';
import type { Field } from './field.ts';
import type { Records } from './records.ts';

/** A record as the ledger will have it, with the place where it is written. */
export interface LedgerRecord {
  readonly type: RecordType;
  readonly id: string;
  readonly field: Field;
}

/** Every record that a ledger would have: those of the files that could be read, and the claims of sources. */
export function* ledgerRecords(records: Records): Generator<LedgerRecord> {
  for (const folder of Object.keys(TYPE_OF) as Folder[]) {
    for (const field of records.of(folder)) yield { type: TYPE_OF[folder], id: field.file.id, field };
  }
  for (const { id, field } of records.eachClaim()) yield { type: 'claim', id, field };
}

/** The record of a type and id, where its file could be read. */
export function ledgerRecord(records: Records, type: RecordType, id: string): LedgerRecord | undefined {
  const field = type === 'claim' ? records.claim(id)?.field : records.record(FOLDER_OF[type], id);
  return field === undefined ? undefined : { type, id, field };
}

/** What a record says as the ledger has it, with what goes without saying. */
export const valueOf = ({ type, field }: LedgerRecord): Json =>
  (type === 'claim' ? { modality: 'asserted', ...(field.value as object) } : field.value) as Json;
