/**
 * What an import is held against: the same file, parsed by the same library, and each row inserted as it is into one table of
 * SQLite. `node bench/flat-rows.ts file.csv flat.sqlite`, run by `scale.ts`.
 */
import { createReadStream } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parse } from 'csv-parse';
import { tell } from './measured.ts';

const [, , file = '', path = ''] = process.argv;
const database = new DatabaseSync(path);
database.exec('pragma journal_mode = wal; pragma synchronous = normal');
const began = performance.now();
let insert: StatementSync | undefined;
for await (const record of createReadStream(file).pipe(parse()) as AsyncIterable<string[]>) {
  if (insert === undefined) {
    database.exec(`create table row (${record.map((name) => `"${name}" text`).join(', ')}) strict; begin`);
    insert = database.prepare(`insert into row values (${record.map(() => '?').join(', ')})`);
  } else insert.run(...record);
}
database.exec('commit');
database.close();
tell((performance.now() - began) / 1_000);
