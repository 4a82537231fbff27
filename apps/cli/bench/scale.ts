/**
 * Measures the ledger at the size of UCDP GED: `node bench/scale.ts [--events 400000] [--seconds 10] [--keep FOLDER]`.
 *
 * Makes a file by drawing from a real one (`ged-file.ts`), imports it beside the same file parsed and inserted as flat rows,
 * and asks the committed list of queries in the process and over HTTP. Ratios are of one run; times are of this machine. With
 * DATABASE_URL the same on PostgreSQL, but for what SQL is written for SQLite by hand: the database must be empty, and is left loaded.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openService } from '@counterclaim/api';
import { writeGedFile } from './ged-file.ts';
import { inItsOwnProcess, line } from './measured.ts';
import { measureAgainstSql, measureFacets, measureQueries } from './queries.ts';
import { measureServing } from './serving.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '400000' },
    seconds: { type: 'string', default: '10' },
    keep: { type: 'string' },
  },
});
const events = Number(values.events);
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'counterclaim-scale-')) : resolve(values.keep);
mkdirSync(folder, { recursive: true });
const postgres = process.env['DATABASE_URL'];
const data = join(folder, 'data');
const environment = postgres === undefined ? { COUNTERCLAIM_DATA: data } : { DATABASE_URL: postgres };

try {
  const file = join(folder, 'ged.csv');
  if (!existsSync(file)) await writeGedFile(file, events);
  line('file', `${events} rows, ${Math.round(statSync(file).size / 2 ** 20)} MiB`);
  const flat = join(folder, 'flat.sqlite');
  rmSync(flat, { force: true });
  const floor = await inItsOwnProcess('./flat-rows.ts', [file, flat]);
  line('parsed and inserted as flat rows', `${floor.seconds.toFixed(1)} s`);
  const report = join(folder, 'report.jsonl');
  rmSync(report, { force: true });
  const imported = await inItsOwnProcess('./import-file.ts', [file, folder], environment);
  line(
    'imported (goal 6 ×, 512 MiB)',
    `${imported.seconds.toFixed(1)} s, ${(imported.seconds / floor.seconds).toFixed(1)} ×, ` +
      `${Math.round(events / imported.seconds)} events a second, at most ${Math.round(imported.peak)} MiB`,
  );
  const service = await openService(environment);
  const opened = performance.now();
  // Columns are filled beside the start.
  while (!service.isWarm() && performance.now() - opened < 300_000) await setTimeout(500);
  line('columns at hand after', `${((performance.now() - opened) / 1_000).toFixed(0)} s`);
  await measureQueries(service.store);
  await measureFacets(service.store);
  if (postgres === undefined) await measureAgainstSql(service.store, join(data, 'ledger.sqlite'));
  await service.close();
  await measureServing(environment, Number(values.seconds));
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true });
}
