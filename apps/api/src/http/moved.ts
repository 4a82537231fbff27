import { isClaimId, isSlug, type RecordType } from '@counterclaim/domain';
import type { Store } from '@counterclaim/store';
import type { Context } from 'hono';
import { movedAddress } from '../moved-address.ts';
import type { Environment } from './environment.ts';
import { Problem, unknownId } from './problem.ts';

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
    headers: { location: movedAddress(new URL(req.url), redirect) },
    redirect,
  });
}
