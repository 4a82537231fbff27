import { parseTheme, THEME_AGE, THEME_COOKIE, type Theme } from '#lib/state/theme.ts';

/** Keeps the theme that a button of the toggle stands for, and shows the page in it. In the browser only. */
export function chooseTheme(button: HTMLElement | null): Theme {
  const theme = parseTheme(button instanceof HTMLButtonElement ? button.value : null);
  const age = theme === 'system' ? 0 : THEME_AGE;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${String(age)}; samesite=lax`;
  document.documentElement.dataset['theme'] = theme;
  return theme;
}
