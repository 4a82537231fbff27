/** Imports a file as `counterclaim import` does: `node bench/import-file.ts file.csv`, run by `scale.ts`. */
import { join } from 'node:path';
import { run } from '../dist/program.js';
import { tell } from './measured.ts';

const [, , file = '', folder = ''] = process.argv;
const began = performance.now();
const code = await run(['import', 'ucdp-ged', file, '--release', '23.1', '--report', join(folder, 'report.jsonl')], {
  out: () => undefined,
  err: (text) => process.stderr.write(text),
});
// 1: some rows of the drawn file are rejected, as in the real one.
if (code === 2) throw new Error('nothing was imported');
tell((performance.now() - began) / 1_000);
