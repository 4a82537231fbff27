import { canonicalJson } from './ledger.ts';
import { type Redirect, redirectOf } from './redirect.ts';

/** A redirect that leads elsewhere, or for another reason. */
export interface RedirectChange {
  readonly was: Redirect;
  readonly now: Redirect;
  /** Whether it only follows the record it led to, which has been renamed or merged in turn. */
  readonly follows: boolean;
}

/** The redirects of two states held against each other, each known by its type and the id it leads from. */
export interface RedirectComparison {
  readonly added: readonly Redirect[];
  readonly changed: readonly RedirectChange[];
  readonly lost: readonly Redirect[];
}

/** Holds the redirects of two states against each other. */
export function compareRedirects(before: readonly Redirect[], after: readonly Redirect[]): RedirectComparison {
  const key = ({ type, from }: Redirect): string => `${type} ${from}`;
  const was = new Map(before.map((redirect) => [key(redirect), redirect]));
  const now = new Map(after.map((redirect) => [key(redirect), redirect]));
  const changed: RedirectChange[] = [];
  for (const [name, redirect] of now) {
    const present = was.get(name);
    if (present === undefined || canonicalJson(present) === canonicalJson(redirect)) continue;
    const onward = redirectOf(after, present.type, present.to);
    changed.push({ was: present, now: redirect, follows: onward?.to === redirect.to });
  }
  return {
    added: after.filter((redirect) => !was.has(key(redirect))),
    changed,
    lost: before.filter((redirect) => !now.has(key(redirect))),
  };
}
