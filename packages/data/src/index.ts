export * from './passage.ts';
export * from './record.ts';

/** Where the curated records live, relative to this package: `actors`, `places`, `events` and `sources`. */
export const recordsFolder = new URL('../records/', import.meta.url);
