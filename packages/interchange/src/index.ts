export { ACLED } from './acled/codec.ts';
export type { AtomPerson } from './atom/write.ts';
export type {
  Codec,
  ColumnUse,
  Decoded,
  Layout,
  Problem,
  ProblemWeight,
  Release,
  SourceColumn,
  SourceRow,
  TableItem,
} from './codec.ts';
export { CODECS } from './codecs.ts';
export type { Column } from './column.ts';
export { type CsvwDescription, writeCsvw } from './csvw/metadata.ts';
export { type JsonLdOptions, writeJsonLd } from './json-ld/write.ts';
export { type Loss, type LossKind, LossReport } from './loss.ts';
export { GTD } from './gtd/codec.ts';
export { encodeGtd, GTD_CARRIED_COLUMNS, GTD_COLUMNS, type GtdExportRow } from './gtd/encode.ts';
export { writeParquet } from './parquet/write.ts';
export { readTable, type ReadTableOptions } from './reading/read-table.ts';
export { releaseOfDocument } from './reading/row-document.ts';
export { type Known, recognise } from './recognise.ts';
export { type AssessedEvent, type AssessedLedger, assessLedger, eventRowsOf } from './table/assessed-ledger.ts';
export * from './serving.ts';
export { type ForeignKey, type Row, type Table } from './table/table.ts';
export { TABLES } from './table/tables.ts';
export { UCDP_GED } from './ucdp-ged/codec.ts';
export { CARRIED_COLUMNS, encodeUcdpGed, GED_COLUMNS, type GedExportRow } from './ucdp-ged/encode.ts';
