import type { Codec } from '../codec.ts';
import { COLUMNS } from './columns.ts';
import { decode } from './decode.ts';

/** The day in the name, where there is one alone: two are the days from which and up to which rows were asked for. */
function versionOf(fileName: string): string | undefined {
  const days = fileName.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? [];
  return days.length === 1 ? days[0] : undefined;
}

/**
 * Armed Conflict Location & Event Data: exports of 31 and of 35 columns. Its licence forbids passing rows on: users read their own files.
 */
export const ACLED: Codec = {
  format: 'acled',
  version: 1,
  release: {
    dataset: 'acled',
    title: 'Armed Conflict Location & Event Data',
    url: 'https://acleddata.com/',
    versionOf,
    // Exports have no version: they are as of the day on which they were made.
    publishedOf: (version) => (/^\d{4}-\d{2}-\d{2}$/.test(version) ? version : undefined),
  },
  columns: COLUMNS,
  layouts: [],
  decode,
};
