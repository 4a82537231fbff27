export { ColumnsBuilder } from './builder.ts';
export * from './columns.ts';
export type { Dictionary } from './dictionary.ts';
export { countFacets, facetsOf, type FacetCount, type FacetCounts, type MonthCount } from './facets.ts';
export type { ColumnFilter } from './filter.ts';
export {
  type Extent,
  type AreaMark,
  type CellMark,
  type EventMark,
  type MapWindow,
  type Marks,
  marksOf,
  overviewOf,
} from './marks.ts';
export { pageOf, type PageRow, type PageSort, type PageStart } from './page.ts';
export type { PackedTexts } from './packed-text.ts';
export { degreesOf } from './placement.ts';
export { PACK_VERSION } from './pack/layout.ts';
export { PackError } from './pack/pack-error.ts';
export { readPack } from './pack/read-pack.ts';
export { writePack } from './pack/write-pack.ts';
export { ROW_TABLES, type Rows, type RowTable, type RowTypes } from './rows.ts';
export { type Selection } from './selection.ts';
export { Selections } from './selections.ts';
export { LAST_TILE_ZOOM, type TileAddress, tileOf } from './tile.ts';
export { type AskedWords, bitsOfWords, type EventBits, eventBits, type EventsKnown, eventsKnown } from './words.ts';
