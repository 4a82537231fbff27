export { type App, type AppOptions, createApp } from './app.ts';
export type { Documents } from './documents/documents.ts';
export { refuseMalformed } from './http/malformed.ts';
export type { Logger } from './http/logger.ts';
export { openService, type Service, type ServiceEnvironment } from './service.ts';
export { databasePath, storeOptions, type StoreEnvironment } from './store-options.ts';
