/** Columns that the table of events may have beside the event itself, in their order. */
export const TABLE_COLUMNS = [
  'date',
  'place',
  'kind',
  'status',
  'parties',
  'killed',
  'injured',
  'agreement',
  'claims',
  'documents',
  'origins',
  'first',
  'known',
  'dataset',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Those that it has unless others are chosen. */
const DEFAULT_COLUMNS: readonly TableColumn[] = [
  'date',
  'place',
  'kind',
  'status',
  'killed',
  'injured',
  'claims',
  'known',
  'dataset',
];

const isColumn = (name: string): name is TableColumn => (TABLE_COLUMNS as readonly string[]).includes(name);

const split = (text: string): string[] => text.split('~').filter((name) => name !== '');

/** Names in a choice that are no column. */
export const unknownColumns = (text: string): string[] => split(text).filter((name) => !isColumn(name));

/**
 * A choice of columns as the URL has it: `a~b` in the table's order, then what is no column; empty for the columns that a table
 * has anyway.
 * @param texts one or several of them, as a form with boxes sends a choice
 */
export function canonicalColumns(texts: readonly string[]): string {
  const names = new Set(texts.flatMap(split).map((name) => name.trim()));
  const known = TABLE_COLUMNS.filter((name) => names.has(name));
  const unknown = [...names].filter((name) => name !== '' && !isColumn(name)).sort();
  const text = [...known, ...unknown].join('~');
  return text === DEFAULT_COLUMNS.join('~') ? '' : text;
}

/** The columns that a choice shows; where it names none, those that a table has anyway. */
export function columnsOf(text: string | undefined): readonly TableColumn[] {
  const known = split(text ?? '').filter(isColumn);
  return known.length === 0 ? DEFAULT_COLUMNS : known;
}
