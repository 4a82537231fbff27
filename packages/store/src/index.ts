export * from './answer.ts';
export type { ColumnRows, ColumnSource, EventLine, EventTexts, SourceVersion } from './column-source.ts';
export * from './coverage.ts';
export * from './filter.ts';
export { openColumnSource } from './open-column-source.ts';
export { type FileOptions, openStore, type StoreOptions } from './open.ts';
export * from './store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
export { backUpFile, type BackUp } from './sqlite/backup.ts';
