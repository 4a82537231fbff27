import type { Codec } from '../codec.ts';
import { COLUMNS } from './columns.ts';
import { decode } from './decode.ts';

/** `globalterrorismdb_0522dist.csv` is that of May 2022. */
function versionOf(fileName: string): string | undefined {
  const [, month, year] = /globalterrorismdb_(0[1-9]|1[0-2])(\d{2})dist/i.exec(fileName) ?? [];
  return year === undefined || month === undefined ? undefined : `20${year}-${month}`;
}

/**
 * Global Terrorism Database: 135 columns, saved as CSV. Its licence forbids passing rows on: users read their own files.
 */
export const GTD: Codec = {
  format: 'gtd',
  version: 1,
  release: {
    dataset: 'gtd',
    title: 'Global Terrorism Database',
    url: 'https://www.start.umd.edu/gtd/',
    versionOf,
    publishedOf: (version) => (/^\d{4}(?:-\d{2}){0,2}$/.test(version) ? version : undefined),
  },
  columns: COLUMNS,
  layouts: [],
  decode,
};
