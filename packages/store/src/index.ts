export * from './answer.ts';
export * from './coverage.ts';
export * from './filter.ts';
export { openStore, type StoreOptions } from './open.ts';
export * from './store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
