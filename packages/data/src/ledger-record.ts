import {
  actorSchema,
  claimSchema,
  eventSchema,
  placeSchema,
  type RecordType,
  sourceSchema,
} from '@counterclaim/domain';
import type { z } from 'zod';
import type { Field } from './field.ts';
import type { Folder } from './record.ts';
import type { Records } from './records.ts';

/** The folder in which records of a type have files of their own; claims are in the files of sources. */
export const FOLDER_OF: Readonly<Record<RecordType, Folder>> = {
  actor: 'actors',
  place: 'places',
  event: 'events',
  source: 'sources',
  claim: 'sources',
};

/** The type of record of which a folder holds files. */
export const TYPE_OF: Readonly<Record<Folder, RecordType>> = {
  actors: 'actor',
  places: 'place',
  events: 'event',
  sources: 'source',
};

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

/** What each type of record may say of its subject, and so what may be corrected: all but its id and its own past. */
export const CORRECTABLE: Readonly<Record<RecordType, z.ZodType>> = {
  actor: actorSchema.omit({ id: true, corrections: true, retracted: true }),
  place: placeSchema.omit({ id: true, corrections: true, retracted: true }),
  event: eventSchema.omit({ id: true, corrections: true, retracted: true }),
  source: sourceSchema.omit({ id: true, corrections: true, retracted: true }),
  claim: claimSchema.omit({ id: true, source: true, corrections: true, retracted: true }),
};

/** The path within a record that a dotted field names: numbers lead into lists. */
export const pathOf = (field: string): (string | number)[] =>
  field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
