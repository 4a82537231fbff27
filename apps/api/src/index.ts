export { type AppOptions, createApp } from './app.ts';
export type { Logger } from './http/logger.ts';
export { databasePath, openService, type Service, type ServiceEnvironment } from './service.ts';
