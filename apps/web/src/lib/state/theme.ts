/** What the reader chose; `system` follows the operating system and keeps no cookie. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'theme';

/** Seconds that the choice is kept: a year. */
export const THEME_AGE = 365 * 24 * 60 * 60;

/** Anything that is not a theme means `system`. */
export function parseTheme(text: unknown): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system';
}
