export { type AppOptions, createApp } from './app.ts';
export type { Logger } from './http/logger.ts';
export { dataFolder, openService, type Service, type ServiceEnvironment, ServiceError } from './service.ts';
