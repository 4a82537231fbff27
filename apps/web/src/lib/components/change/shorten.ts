/** Texts up to this many characters are shown whole. */
const SHORT = 160;
/** Characters that stay before and after what differs. */
const AROUND = 40;

const ELLIPSIS = '…';

/** How many characters two texts share at their beginning, or at their end, at most so many. */
function sharedLength(a: string, b: string, end: boolean, most = Math.min(a.length, b.length)): number {
  const at = (text: string, index: number): string => text.charAt(end ? text.length - 1 - index : index);
  let length = 0;
  while (length < most && at(a, length) === at(b, length)) length += 1;
  return length;
}

/**
 * Two long texts that differ in one place, each cut to that place with a few words around it, so that a reader sees what
 * was changed. Short ones stay whole.
 */
export function shortenAlike(was: string, now: string): readonly [was: string, now: string] {
  if (Math.max(was.length, now.length) <= SHORT) return [was, now];
  const before = sharedLength(was, now, false);
  const after = sharedLength(was, now, true, Math.min(was.length, now.length) - before);
  // From the beginning of a word to the end of one.
  const from = before <= AROUND ? 0 : was.lastIndexOf(' ', before - AROUND) + 1;
  const cut = (text: string): string => {
    const rest = text.indexOf(' ', text.length - after + AROUND);
    const to = after <= AROUND || rest < 0 ? text.length : rest;
    return `${from > 0 ? ELLIPSIS : ''}${text.slice(from, to)}${to < text.length ? ELLIPSIS : ''}`;
  };
  return [cut(was), cut(now)];
}
