import { basemap } from '#lib/server/geography/basemap.ts';
import type { RequestHandler } from './$types';

/** It depends on nothing but the build. */
export const prerender = true;

export const GET: RequestHandler = async () => Response.json(await basemap());
