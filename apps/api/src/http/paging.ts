import type { Page, PageRequest } from '@counterclaim/store';
import type { Context } from 'hono';
import { DEFAULT_LIMIT } from '../query/page.ts';
import { decodeCursor, encodeCursor, scopeOf } from './cursor.ts';
import type { Environment } from './environment.ts';
import type { Format } from './format.ts';
import { refusedParameters } from './problem.ts';

const scope = (context: Context<Environment>): string => {
  const { pathname, search } = new URL(context.req.url);
  return scopeOf(pathname, search);
};

interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** The page that a query asks for. */
export function pageRequest(context: Context<Environment>, { limit = DEFAULT_LIMIT, cursor }: PageQuery): PageRequest {
  return cursor === undefined ? { limit } : { limit, after: decodeCursor(cursor, scope(context)) };
}

/** A page of the store as a list of the API. */
export function listFrom<Item>(
  context: Context<Environment>,
  { items, next }: Page<Item>,
): { readonly items: readonly Item[]; readonly cursor?: string } {
  return next === undefined ? { items } : { items, cursor: encodeCursor(next, scope(context)) };
}

/** Where the page after one is found, under the address asked for; `undefined` after the last. */
export function nextAddress(context: Context<Environment>, { next }: Page<unknown>): string | undefined {
  if (next === undefined) return undefined;
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.set('cursor', encodeCursor(next, scope(context)));
  return `${pathname}?${searchParams.toString()}`;
}

/** Refuses a page of a format that is always the complete set. */
export function refusePaging({ limit, cursor }: PageQuery, format: Format): void {
  const errors = Object.entries({ limit, cursor })
    .filter(([, value]) => value !== undefined)
    .map(([parameter]) => ({
      parameter,
      detail: `has no place in ${format === 'csv' ? 'CSV' : 'GeoJSON'}, which holds the complete set: leave it out, or ask for application/json`,
    }));
  if (errors.length > 0) throw refusedParameters(errors);
}
