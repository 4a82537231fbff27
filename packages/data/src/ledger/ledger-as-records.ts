import { type Ledger, sourceIdOf } from '@counterclaim/domain';
import type { RecordFile } from '../reading/record-file.ts';
import { Records } from '../reading/records.ts';
import type { Folder } from '../schema/record.ts';

const NOWHERE = { line: 1, column: 1 };

/** A record as if it had been read from a file. */
const fileOf = (folder: Folder, value: { readonly id: string }): RecordFile => ({
  folder,
  file: `${folder}/${value.id}.yml`,
  id: value.id,
  text: '',
  readable: true,
  value,
  locate: () => NOWHERE,
  locateWords: () => NOWHERE,
  written: () => '',
});

const byFile = (a: RecordFile, b: RecordFile): number => (a.file < b.file ? -1 : 1);

/**
 * A ledger as the records that make it, in the order in which `load` reads them, so that rules can be asked of what was released.
 * Nothing in it has a line.
 */
export function ledgerAsRecords({ actors, places, events, sources, claims }: Ledger): Records {
  const bySource = new Map<string, object[]>();
  for (const { id, source, ...claim } of claims) {
    const slug = id.slice(sourceIdOf(id).length + 1);
    bySource.set(source, [...(bySource.get(source) ?? []), { slug, ...claim }]);
  }
  const files = [
    ...actors.map((value) => fileOf('actors', value)),
    ...places.map((value) => fileOf('places', value)),
    ...events.map((value) => fileOf('events', value)),
    ...sources.map((value) => fileOf('sources', { ...value, claims: bySource.get(value.id) ?? [] } as typeof value)),
  ];
  // By file, not by id: `a-2.yml` comes before `a.yml`, and a rule may name the later of two.
  return new Records('', files.sort(byFile), []);
}
