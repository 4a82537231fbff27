/** What every answer says, whatever it is: who may read it, and that it is never a page. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, X-Request-Id, Content-Disposition, Content-Range, Accept-Ranges',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Says of an answer that it is for the reader in front of this service alone. */
export const PRIVATE = 'private, no-store';

/**
 * What an answer says that is for the reader in front of this service alone: no cache keeps it, no search engine lists it, and the
 * script of another site, which any page could run in the reader’s browser, may not read it.
 */
export const PRIVATE_HEADERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(COMMON_HEADERS).filter(([name]) => !name.startsWith('access-control-'))),
  'cache-control': PRIVATE,
  'cross-origin-resource-policy': 'same-origin',
  vary: 'Accept, Accept-Encoding',
  'x-robots-tag': 'noindex',
};

/** Caches may keep an answer, and ask before each use whether it still holds. */
export const CACHE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'public, max-age=0, must-revalidate',
  vary: 'Accept, Accept-Encoding',
};

export const ALLOWED_METHODS = 'GET, HEAD, OPTIONS';

/** Answer to a browser that asks whether another site's script may read. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON_HEADERS,
  allow: ALLOWED_METHODS,
  'access-control-allow-methods': ALLOWED_METHODS,
  'access-control-allow-headers': 'Accept, If-None-Match, If-Range, Range, X-Request-Id',
  'access-control-max-age': '86400',
};
