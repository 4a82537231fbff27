import { formatDate } from '#lib/format/date.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import { isEmbedded } from '#lib/state/embedded.ts';
import { parseTheme, THEME_COOKIE } from '#lib/state/theme.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, route, url }) => {
  const asOf = asOfIn(url);
  return {
    // In a frame of another site the address alone decides.
    theme: isEmbedded(route) ? parseTheme(url.searchParams.get('theme')) : parseTheme(cookies.get(THEME_COOKIE)),
    asOfWords: asOf === undefined ? undefined : formatDate(asOf, 'UTC'),
  };
};
