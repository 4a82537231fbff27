import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/state/local-path.ts';
import { parseTheme, THEME_AGE, THEME_COOKIE } from '#lib/state/theme.ts';
import type { RequestHandler } from './$types';

/** Keeps the chosen theme in a cookie and returns to the page: the toggle without JavaScript. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData();
  const theme = parseTheme(form.get('theme'));
  if (theme === 'system') cookies.delete(THEME_COOKIE, { path: '/' });
  else
    cookies.set(THEME_COOKIE, theme, { path: '/', maxAge: THEME_AGE, sameSite: 'lax', httpOnly: false, secure: false });
  redirect(303, localPath(form.get('to')));
};
