import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'schemas';

/** Where the JSON Schemas of record files are committed, beside the curated records. */
const schemasFolder = fileURLToPath(new URL(`../../${NAME}/`, import.meta.url));

/**
 * The way from a folder of records to the JSON Schemas of its files, with `/`: those that stand beside it, as they do
 * beside the curated records, else this package's own.
 */
export function schemasFrom(records: string): string {
  if (existsSync(join(records, '..', NAME, 'source.json'))) return `../${NAME}`;
  return relative(resolve(records), schemasFolder).split(sep).join('/');
}
