import { Problem, refusedParameters } from './problem.ts';

/** Longest path and query accepted, in bytes as sent. */
export const MAXIMUM_ADDRESS_LENGTH = 8192;

/** Path and query of a URL, as the client sent them. */
export function addressOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  if (start === -1) return '/';
  const fragment = url.indexOf('#', start);
  return fragment === -1 ? url.slice(start) : url.slice(start, fragment);
}

/** The path alone. */
export function pathOf(address: string): string {
  const query = address.indexOf('?');
  return query === -1 ? address : address.slice(0, query);
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Refuses an address that is too long, or whose percent-encoding is broken: frameworks pass the latter on undecoded, and
 * the filter would quietly mean something else.
 */
export function checkAddress(address: string): void {
  if (address.length > MAXIMUM_ADDRESS_LENGTH) {
    throw new Problem(
      'uri-too-long',
      `The address has ${address.length} bytes; at most ${MAXIMUM_ADDRESS_LENGTH} are read. Use fewer or shorter filters.`,
    );
  }
  if (!address.includes('%')) return;
  const path = pathOf(address);
  if (!isEncoded(path)) {
    throw new Problem('malformed-url', 'The path is not well encoded: write % as %25, and other characters as UTF-8.');
  }
  const errors = address
    .slice(path.length + 1)
    .split('&')
    .filter((pair) => !isEncoded(pair))
    .map((pair) => {
      const name = pair.split('=', 1)[0] ?? '';
      return {
        parameter: isEncoded(name) ? decodeURIComponent(name) : name,
        detail: 'is not well encoded: write % as %25, and other characters as UTF-8',
      };
    });
  if (errors.length > 0) {
    throw new Problem('malformed-url', refusedParameters(errors).message, { errors });
  }
}
