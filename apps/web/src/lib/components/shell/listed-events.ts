const STORED = 'listed-events';

/** The links that a page lists as events, in order. */
export const listedLinks = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('a[data-item]')];

/** Remembers the listed addresses for this tab, so that an event's page knows its neighbours. */
export function rememberListed(links: readonly HTMLAnchorElement[]): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(links.map(({ href }) => href)));
  } catch {
    // Storage is blocked: keys then work in lists only.
  }
}

/** The addresses listed last in this tab. */
export function listedBefore(): string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
