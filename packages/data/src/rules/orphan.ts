import type { Records } from '../reading/records.ts';
import { isRetracted } from '../reading/standing.ts';
import type { Rule } from './rule.ts';

/** Ids that sources, events or their claims name, and what those lie within. */
function usedIds(records: Records, folder: 'actors' | 'places'): Set<string> {
  const parent = folder === 'actors' ? 'partOf' : 'within';
  const used = new Set<string>();
  const use = (id: string | undefined): void => {
    for (let next = id; next !== undefined && !used.has(next); next = records.record(folder, next)?.get(parent).text) {
      used.add(next);
    }
  };
  for (const { to, field, id } of records.references) {
    if (to === folder && field.file.folder !== folder) use(id);
  }
  for (const id of records.ids(folder)) if (records.mentionedUnread(id)) use(id);
  return used;
}

export const orphan: Rule = {
  id: 'orphan',
  wants:
    'Every actor and place that stands is named by a source, an event or a claim, or holds one that is; every source makes a claim.',
  check(records, report, since) {
    for (const folder of ['actors', 'places'] as const) {
      const used = usedIds(records, folder);
      const released = new Set<string>(since?.ledger[folder].map(({ id }) => id));
      for (const record of records.of(folder)) {
        if (used.has(record.file.id) || isRetracted(record)) continue;
        report(
          record,
          `no source, event or claim names ${record.file.id}`,
          `name it where ${folder === 'actors' ? 'it speaks or is spoken of' : 'something happened'}, or ${released.has(record.file.id) ? 'retract it' : 'take the file away'}`,
        );
      }
    }
    for (const source of records.of('sources')) {
      const claims = source.get('claims');
      if (!Array.isArray(claims.value) || claims.value.length > 0 || isRetracted(source)) continue;
      report(claims, 'the source makes no claim', 'code what it says, or take the file away', 'key');
    }
  },
};
