import type { Release } from '@counterclaim/interchange';
import type { EventChanges, Imported } from './import-release.ts';
import type { Tally } from './tally.ts';

const grouped = (count: number): string => count.toLocaleString('en');

type Line = readonly [name: string, count: number, says: string];

const changeLines = (changes: EventChanges | null): Line[] =>
  changes === null
    ? []
    : [
        ['added', changes.added, 'events that the release before did not have'],
        ['changed', changes.changed, 'events of which the record or a claim is another'],
        ['removed', changes.removed, 'events that the release before had'],
      ];

/** What came of an import, for people. */
export function summaryOf(
  { dataset, present, digest, changes }: Imported,
  { title, version }: Release,
  tally: Tally,
  { dryRun, report }: { readonly dryRun: boolean; readonly report: string | undefined },
): string {
  const name = `${title} ${version}`;
  if (present) {
    return `${name} is in the ledger as ${dataset.id} already, from the same files: nothing to do (digest ${digest})\n`;
  }
  const rows: Line[] = [
    ['rows read', tally.rows, ''],
    ['events', dataset.events, ''],
    ['claims', dataset.claims, ''],
    ...changeLines(changes),
    ['rejected', tally.rejected, tally.rejected === 0 ? '' : 'rows are left out'],
    ['noted', tally.noted, tally.noted === 0 ? '' : 'things worth knowing, in rows that are kept'],
  ];
  const width = Math.max(...rows.map(([, count]) => grouped(count).length));
  const lines = rows.map(([label, count, says]) =>
    `  ${label.padEnd(10)} ${grouped(count).padStart(width)}  ${says}`.trimEnd(),
  );
  const told = report === undefined ? [] : [`  report     ${report}`];
  const end = dryRun ? 'a dry run: nothing was kept' : `digest ${digest}`;
  return `${[`${name} as ${dataset.id}`, ...lines, ...told, `  ${end}`].join('\n')}\n`;
}
