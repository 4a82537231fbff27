import { type Client, movedAddress, ProblemError } from '@counterclaim/api/client';
import type { RecordType, Redirect } from '@counterclaim/domain';
import { redirect } from '@sveltejs/kit';
import type { Moved } from '#lib/components/record/moved.ts';
import { formatDate } from '#lib/format/date.ts';

/** The parameter that says under which id a page was asked for. */
const FROM = 'from';

/** A page's address with a record's new id in place of the old one, and the old one as a note. */
export function movedTo(url: Pick<URL, 'pathname' | 'search'>, moved: Redirect, note: boolean): string {
  const address = movedAddress(url, moved);
  return note ? `${address}${address.includes('?') ? '&' : '?'}${FROM}=${moved.from}` : address;
}

/** What the API answers about a record. Where the record's id was changed, the reader is led on for good (308). */
export async function orLedTo<Answer>(asked: Promise<Answer>, address: (moved: Redirect) => string): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.redirect !== undefined) redirect(308, address(error.redirect));
    throw error;
  }
}

/**
 * What the API answers about the record that an address is of, or the way to its address under the new id (`orLedTo`).
 *
 * @param note whether the page that is led to tells why; a file has no room for it
 */
export const orMoved = <Answer>(asked: Promise<Answer>, url: URL, { note = true } = {}): Promise<Answer> =>
  orLedTo(asked, (moved) => movedTo(url, moved, note));

const ASKS: { readonly [Type in RecordType]: (api: Client, id: string) => Promise<unknown> } = {
  event: (api, id) => api.event(id),
  claim: (api, id) => api.claim(id),
  source: (api, id) => api.source(id),
  actor: (api, id) => api.actor(id),
  place: (api, id) => api.place(id),
};

/** Why the reader was led here, where the address says from which id; `undefined` where no redirect bears it out. */
export async function movedFrom(type: RecordType, id: string, api: Client, url: URL): Promise<Moved | undefined> {
  const from = url.searchParams.get(FROM);
  if (from === null || from === id) return undefined;
  try {
    await ASKS[type](api, from);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.redirect?.to !== id) return undefined;
    const { date, reason } = error.redirect;
    return { from, date, day: formatDate(date, 'UTC'), reason };
  }
  return undefined;
}
