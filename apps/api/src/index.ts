export { type App, type AppOptions, createApp } from './app.ts';
export type { Documents } from './documents/documents.ts';
export type { Logger } from './http/logger.ts';
export type { Metrics } from './metrics/metrics.ts';
export { openService, type Service, type ServiceEnvironment } from './service.ts';
export { databasePath, storeOptions, type StoreEnvironment } from './store-options.ts';
export { endWhenTold, openLogger, refuseToStart } from './server/run.ts';
export { serve, type ServeOptions, type Serving } from './server/serve.ts';
export { type ServeEnvironment, serveOptions } from './server/serve-options.ts';
