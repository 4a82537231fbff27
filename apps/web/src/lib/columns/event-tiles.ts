import type { TileAddress } from '@counterclaim/columns';
import { type EventQuery, forCount, writeQuery } from '#lib/state/event-query.ts';
import type { BrowserColumns } from './browser-columns.svelte.ts';

/**
 * A tile of the events of a query, from this browser's columns or the server.
 *
 * @throws Error when the server has none.
 */
export async function tileAt(
  columns: BrowserColumns,
  query: EventQuery,
  tile: TileAddress,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const own = await columns.tile(query, tile, signal);
  if (own !== undefined) return own.buffer;
  const { z, x, y } = tile;
  const response = await fetch(`/api/v1/tiles/${z}/${x}/${y}.mvt${writeQuery(forCount(query))}`, { signal });
  if (!response.ok) throw new Error(`a tile answered ${response.status}`);
  return response.arrayBuffer();
}
