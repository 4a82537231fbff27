import { isClaimId, isSlug, type RecordType, type Redirect } from '@counterclaim/domain';
import type { Store } from '@counterclaim/store';
import type { Context } from 'hono';
import type { Environment } from './environment.ts';
import { Problem, unknownId } from './problem.ts';

/** The address asked for, with the new id in place of the old one: what stands behind it stays, and so does the query. */
function locationOf(url: string, { type, to }: Redirect): string {
  const { pathname, search } = new URL(url);
  const segments = pathname.split('/');
  segments.splice(segments.indexOf(`${type}s`) + 1, type === 'claim' ? 2 : 1, ...to.split('/'));
  return segments.join('/') + search;
}

/**
 * Why no record is at an address below `/<type>s/`: it has another id now, and the address leads on (308), or there never
 * was one (404). To be thrown.
 *
 * @param id as the client wrote it
 */
export async function absent(
  { req }: Context<Environment>,
  store: Pick<Store, 'redirect'>,
  type: RecordType,
  id: string,
): Promise<Problem> {
  const isId = type === 'claim' ? isClaimId(id) : isSlug(id);
  const redirect = isId ? await store.redirect(type, id) : undefined;
  if (redirect === undefined) return unknownId(type === 'claim' ? 'slug' : 'id', type, id);
  const { from, to, date, reason } = redirect;
  return new Problem('moved', `The ${type} ${from} is ${to} since ${date}: ${reason}`, {
    headers: { location: locationOf(req.url, redirect) },
    redirect,
  });
}
