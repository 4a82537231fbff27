/** The formats that a server answers in: to load them takes nothing that reads files, or writes those that only a release has. */
export { type AtomEntry, type AtomFeed, type AtomLink, writeAtom } from './atom/write.ts';
export { CLAIM_COLUMNS } from './claim-columns.ts';
export { type Cell, COLUMN_TYPES, type ColumnType } from './column.ts';
export { writeCsv } from './csv/write.ts';
export { EVENT_COLUMNS } from './event-columns.ts';
export type { EventRow } from './event-row.ts';
export { type EventFeature, PROPERTY_COLUMNS } from './geojson/event-feature.ts';
export { writeGeoJson } from './geojson/write.ts';
export { mediaTypes } from './media-types.ts';
