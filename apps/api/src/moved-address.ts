import type { Redirect } from '@counterclaim/domain';

/**
 * The address of a record under its new id: what stands behind the id stays, and so does the query. Pages and the API have
 * records at addresses of one form, `/<type>s/<id>`.
 *
 * @param url an address with the old id in it
 * @returns path and query
 */
export function movedAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>, { type, to }: Redirect): string {
  const segments = pathname.split('/');
  segments.splice(segments.indexOf(`${type}s`) + 1, type === 'claim' ? 2 : 1, ...to.split('/'));
  return segments.join('/') + search;
}
