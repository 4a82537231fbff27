import { createHash } from 'node:crypto';

/** 64-bit FNV-1a would need big integers; two interleaved 32-bit halves are as good for telling addresses apart. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/**
 * Makes the tags of one build of the software.
 *
 * A tag stands for the state of the ledger, the build, and the address and format it was given for: the address belongs to
 * it, so that a tag that fits proves that this very request was once answered with success, and 304 may be said before
 * anything is parsed. Weak, because compressed and plain bodies share it.
 */
export function etags(build: string): (revision: string, address: string, format: string) => string {
  let known = { revision: '', prefix: '' };
  return (revision, address, format) => {
    if (known.revision !== revision || known.prefix === '') {
      const digest = createHash('sha256')
        .update(JSON.stringify([revision, build]))
        .digest('base64url');
      known = { revision, prefix: digest.slice(0, 16) };
    }
    return `W/"${known.prefix}.${fingerprint(`${format} ${address}`)}"`;
  };
}

/** The tag of a body that is not a function of the ledger’s state alone: it stands for the bytes. */
export const contentTag = (bytes: Uint8Array): string =>
  `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

/** Whether an `If-None-Match` header names a tag (weak comparison, RFC 9110, section 8.8.3.2). */
export function namesTag(header: string, tag: string): boolean {
  if (header === tag) return true;
  const opaque = tag.replace(/^W\//, '');
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === opaque);
}
