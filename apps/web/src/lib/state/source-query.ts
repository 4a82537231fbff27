import { SOURCE_FILTERS, type SourceFilterName } from '@counterclaim/api/client';
import { encodeValue } from './event-query.ts';

/** The filters of the list of sources as they stand in the URL, decoded; lists are `a~b`. Empty ones are left out. */
export type SourceQuery = Readonly<Partial<Record<SourceFilterName, string>>>;

/** Reads the parameters of a URL. Values are not judged: the API says what is wrong with them. */
export const readSourceQuery = (parameters: Pick<URLSearchParams, 'get'>): SourceQuery =>
  Object.fromEntries(
    SOURCE_FILTERS.flatMap((name) => {
      const value = (parameters.get(name) ?? '').trim();
      return value === '' ? [] : [[name, value] as const];
    }),
  );

/** The address of the list for a query, on its first page. */
export function sourcesUrl(query: SourceQuery): string {
  const parts = SOURCE_FILTERS.flatMap((name) => {
    const value = query[name];
    return value === undefined || value === '' ? [] : [`${name}=${encodeValue(value)}`];
  });
  return parts.length === 0 ? '/sources' : `/sources?${parts.join('&')}`;
}

/** The query without one value of a filter. */
export function withoutValue(query: SourceQuery, name: SourceFilterName, value: string): SourceQuery {
  const { [name]: values = '', ...rest } = query;
  const kept = values.split('~').filter((each) => each !== value);
  return kept.length === 0 ? rest : { ...rest, [name]: kept.join('~') };
}
