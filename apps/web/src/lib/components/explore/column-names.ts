import type { TableColumn } from '#lib/state/table-columns.ts';

/** What the columns of the table are called, in its head and where they are chosen. */
export const COLUMN_NAMES: Readonly<Record<TableColumn, string>> = {
  date: 'Date',
  place: 'Place',
  kind: 'Kind',
  status: 'Attribution',
  parties: 'Actors named',
  killed: 'Killed',
  injured: 'Injured',
  agreement: 'Some question is',
  claims: 'Claims',
  documents: 'Documents',
  origins: 'Independent origins',
  first: 'First known',
  known: 'Latest known',
  dataset: 'Dataset',
};

/** Columns of numbers, which are set at the right. */
const NUMBERS: readonly TableColumn[] = ['killed', 'injured', 'claims', 'documents', 'origins'];

export const isNumber = (column: TableColumn): boolean => NUMBERS.includes(column);
