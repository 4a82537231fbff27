import { page } from '$app/state';

/** The date as of which a page is asked for, as it stands in the URL; everything known now without it. */
export function asOfIn(url: { readonly searchParams: Pick<URLSearchParams, 'get'> }): string | undefined {
  return url.searchParams.get('asOf') || undefined;
}

/**
 * A link within the site that keeps the current page's as-of date, so that it stays until the reader clears it. Call it while
 * a component is rendered.
 * @param path with or without a query and a fragment, such as `/actors/taliban`
 */
export function linkTo(path: string): string {
  return keepAsOf(path, page.data.isAsOfIgnored === true ? undefined : asOfIn(page.url));
}

/** `linkTo` for a known date; a path that names one of its own keeps it. */
export function keepAsOf(path: string, asOf: string | undefined): string {
  if (asOf === undefined) return path;
  const [, before = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(path) ?? [];
  if (/[?&]asOf=/.test(search)) return path;
  return `${before}${search}${search.length > 1 ? '&' : '?'}asOf=${encodeURIComponent(asOf).replaceAll('%3A', ':')}${hash}`;
}

/** The same address without its as-of date. */
export function clearAsOf({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^asOf(?:=|$)/.test(part));
  return kept.length === 0 ? pathname : `${pathname}?${kept.join('&')}`;
}
