import { Field } from './field.ts';

/** Whether the ledger took a record back. */
export const isRetracted = (record: Field | undefined): boolean => record?.get('retracted').exists === true;

/** Whether the record in which a value is written stands: neither it nor, of a claim, its source was taken back. */
export function stands({ file, path }: Field): boolean {
  const record = Field.of(file);
  if (isRetracted(record)) return false;
  const [key, index] = path;
  return key !== 'claims' || typeof index !== 'number' || !isRetracted(record.at([key, index]));
}
