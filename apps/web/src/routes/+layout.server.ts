import { formatDate } from '#lib/format/date.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import { parseTheme, THEME_COOKIE } from '#lib/state/theme.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, url }) => {
  const asOf = asOfIn(url);
  return {
    theme: parseTheme(cookies.get(THEME_COOKIE)),
    asOfWords: asOf === undefined ? undefined : formatDate(asOf, 'UTC'),
  };
};
