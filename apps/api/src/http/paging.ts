import type { Page, PageRequest } from '@counterclaim/store';
import type { Context } from 'hono';
import { DEFAULT_LIMIT } from '../query/page.ts';
import { decodeCursor, encodeCursor, scopeOf } from './cursor.ts';
import type { Environment } from './environment.ts';

const scope = (context: Context<Environment>): string => {
  const { pathname, search } = new URL(context.req.url);
  return scopeOf(pathname, search);
};

/** The page that a query asks for. */
export function pageRequest(
  context: Context<Environment>,
  { limit = DEFAULT_LIMIT, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): PageRequest {
  return cursor === undefined ? { limit } : { limit, after: decodeCursor(cursor, scope(context)) };
}

/** A page of the store as a list of the API. */
export function listFrom<Item>(
  context: Context<Environment>,
  { items, next }: Page<Item>,
): { readonly items: readonly Item[]; readonly cursor?: string } {
  return next === undefined ? { items } : { items, cursor: encodeCursor(next, scope(context)) };
}
