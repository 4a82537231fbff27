import { sourceChips } from '#lib/server/source-chips.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn, keepAsOf } from '#lib/state/as-of.ts';
import { readSourceQuery, sourcesUrl } from '#lib/state/source-query.ts';
import type { PageServerLoad } from './$types';

/** Records on a page of the list. */
const LIMIT = 100;

export const load: PageServerLoad = async ({ fetch, url }) => {
  const api = apiOf(fetch);
  const query = readSourceQuery(url.searchParams);
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const [list, chips] = await Promise.all([api.sources({ ...query, cursor, limit: LIMIT }), sourceChips(query, api)]);
  const { q, ...filters } = query;
  const linked = (path: string): string => keepAsOf(path, asOfIn(url));
  return {
    q,
    filters,
    list,
    chips: chips.map((chip) => ({ ...chip, href: linked(chip.href) })),
    all: linked(sourcesUrl(q === undefined ? {} : { q })),
  };
};
