import type { Records } from '../reading/records.ts';
import { Field } from '../reading/field.ts';
import { isRetracted, stands } from '../reading/standing.ts';
import { releasedValue } from '../releases/since-release.ts';
import { addressOf } from '../rules/excuse.ts';
import { namesRetracted } from '../rules/retracted.ts';
import { EditedRecords } from './edited-records.ts';
import { addressOfRecord, namedRecords } from './named-record.ts';
import { type Ground, refused, revised, type Revised, unread } from './revision.ts';

/** What is to be taken back. */
export interface WantedRetraction {
  /** `events/<id>`, `claims/<source-id>/<slug>`, or an id that one record bears. */
  readonly records: readonly string[];
  readonly reason: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
}

/** The addresses of records that stand and name one that was retracted. */
export const namersOfRetracted = (records: Records): string[] => [
  ...new Set(
    records.references
      .filter((reference) => namesRetracted(reference, records) && stands(reference.field))
      .flatMap(({ field }) => addressOf(field) ?? []),
  ),
];

/**
 * Retracts records: they stay at their addresses, say why, and count for nothing.
 *
 * @returns What is to be written: all of it, or, where one cannot be retracted or a record that stands names one, nothing and why.
 */
export function retract(ground: Ground, { records: names, reason, date }: WantedRetraction): Revised {
  const { records, published } = ground;
  const without = unread(ground);
  if (without !== undefined) return without;
  const { found, refusals } = namedRecords(records, names);
  const against = [...refusals];
  const edited = new EditedRecords(records, ground.schemas);
  const notes: string[] = [];
  for (const { type, id, field } of found) {
    const address = addressOfRecord(type, id);
    if (isRetracted(field)) {
      const day = field.get('retracted').get('date').text ?? '';
      against.push({ field: 'record', what: `${address} was retracted on ${day}`, remedy: 'leave it as it is' });
      continue;
    }
    const source = type === 'claim' ? Field.of(field.file) : undefined;
    if (isRetracted(source)) {
      const what = `${address} was retracted with its source`;
      against.push({ field: 'record', what, remedy: 'leave it as it is' });
      continue;
    }
    if (published !== undefined && releasedValue(published, { type, id }) === null) {
      notes.push(`${address} is not in release ${published.version}: it could as well be taken out`);
    }
    edited.set(field.file, [...field.path, 'retracted'], { date, reason });
  }
  if (against.length > 0) return refused(against);
  const made = revised(ground, edited, notes);
  if (made.ok) return made;
  const before = new Set(namersOfRetracted(records));
  const namers = namersOfRetracted(edited.finish().records).filter((address) => !before.has(address));
  if (namers.length === 0) return made;
  const what = `${namers.length === 1 ? 'a record that stands names' : `${namers.length} records that stand name`} what is to be retracted`;
  const remedy = `let them name another, or retract them along: ${namers.join(' ')}`;
  return refused([{ field: 'record', what, remedy }], made.error.problems);
}
