/**
 * A path with its query on this site, or `/` where the text leads anywhere else: what a form sends along to come back
 * to must not become an open redirect.
 */
export function localPath(text: unknown): string {
  const base = 'http://here.invalid';
  const url = typeof text === 'string' && text.startsWith('/') ? URL.parse(text, base) : null;
  return url?.origin === base ? url.pathname + url.search : '/';
}
