import { readQuery, type EventQuery, forCount, writeQuery } from '#lib/state/event-query.ts';
import type { BrowserColumns } from './browser-columns.svelte.ts';

/** Tiles of events, from this browser's columns or the server: by what a map library knows them. */
export const EVENT_TILES = 'counterclaim';

const SHAPE = new RegExp(`^${EVENT_TILES}://(\\d+)/(\\d+)/(\\d+)(\\?.*)?$`);

/** The address of the tiles of a query, with `{z}/{x}/{y}`. */
export const tilesOf = (query: EventQuery): string => `${EVENT_TILES}://{z}/{x}/{y}${writeQuery(forCount(query))}`;

/**
 * A tile by its address.
 *
 * @throws Error when the server has none.
 */
export async function tileAt(columns: BrowserColumns, address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const [, z, x, y, search = ''] = SHAPE.exec(address) ?? [];
  const query = readQuery(new URLSearchParams(search));
  const own = await columns.tile(query, { z: Number(z), x: Number(x), y: Number(y) }, signal);
  if (own !== undefined) return own.buffer;
  const response = await fetch(`/api/v1/tiles/${z ?? ''}/${x ?? ''}/${y ?? ''}.mvt${search}`, { signal });
  if (!response.ok) throw new Error(`a tile answered ${response.status}`);
  return response.arrayBuffer();
}
