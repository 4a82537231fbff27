import { createHash } from 'node:crypto';
import type { Position } from '@counterclaim/store';
import { Problem } from './problem.ts';

/** What a cursor belongs to: a list with its filters and its order, but not the size of a page. */
export function scopeOf(path: string, query: string): string {
  const filters = [...new URLSearchParams(query)]
    .filter(([name]) => name !== 'cursor' && name !== 'limit')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([path, filters]);
}

const seal = (scope: string, key: string, id: string): string =>
  createHash('sha256')
    .update(JSON.stringify([scope, key, id]))
    .digest('base64url')
    .slice(0, 12);

/** Writes where the next page begins, bound to its list: sort key, id, and a digest of both with the filters. */
export function encodeCursor({ key, id }: Position, scope: string): string {
  const text = String(key);
  return Buffer.from(JSON.stringify([text, id, seal(scope, text, id)])).toString('base64url');
}

/**
 * Reads a cursor that `encodeCursor` wrote for the same list. It names no release: after a new one, the page begins
 * where the position would be.
 *
 * @throws Problem `invalid-cursor` when it is damaged, or was written for another list, filter or order.
 */
export function decodeCursor(cursor: string, scope: string): Position {
  const detail =
    'is damaged, or belongs to other filters, another order or another list: leave it out for the first page';
  const refused = new Problem('invalid-cursor', `cursor: ${detail}`, { errors: [{ parameter: 'cursor', detail }] });
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) throw refused;
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  if (!Array.isArray(fields) || fields.length !== 3) throw refused;
  const [key, id, sealed] = fields as unknown[];
  if (typeof key !== 'string' || typeof id !== 'string' || sealed !== seal(scope, key, id)) throw refused;
  return { key: Number(key), id };
}
