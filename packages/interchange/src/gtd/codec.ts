import type { Codec } from '../codec.ts';
import { COLUMNS } from './columns.ts';
import { decode } from './decode.ts';

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
    publishedOf: (version) => (/^\d{4}(?:-\d{2}){0,2}$/.test(version) ? version : undefined),
  },
  columns: COLUMNS,
  layouts: [],
  decode,
};
