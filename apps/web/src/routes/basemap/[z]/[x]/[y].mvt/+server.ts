import { basemapTile, basemapTiles } from '#lib/server/geography/basemap-tiles.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/** They depend on nothing but the build. */
export const prerender = true;

export const entries: EntryGenerator = basemapTiles;

export const GET: RequestHandler = async ({ params: { z, x, y } }) =>
  new Response(await basemapTile(Number(z), Number(x), Number(y)), {
    headers: { 'content-type': 'application/vnd.mapbox-vector-tile' },
  });
