/** Where the curated records live: `actors`, `places`, `events` and `sources`, beside this package's sources. */
export const recordsFolder = new URL('../../records/', import.meta.url);
