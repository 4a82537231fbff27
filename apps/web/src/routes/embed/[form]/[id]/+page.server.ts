import { redirect } from '@sveltejs/kit';
import { EMBED_WORDS } from '#lib/components/embed/form.ts';
import { formatCount } from '#lib/format/number.ts';
import { formatDate } from '#lib/format/date.ts';
import { embedForm, embeddedEvent, embeddedMonths } from '#lib/server/embed.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn, clearAsOf } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

/** A frame runs no script (ADR 0021). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  if (url.searchParams.get('asOf') === '') redirect(303, clearAsOf(url));
  const form = embedForm(params.form);
  const api = apiOf(fetch);
  const asOf = asOfIn(url);
  const address = (id: string): string => `/embed/${form}/${id}${url.search}`;
  const { question } = EMBED_WORDS[form];
  const frozen = asOf === undefined ? undefined : { asOf, words: formatDate(asOf, 'UTC') };
  if (form === 'histogram') {
    const of = url.searchParams.get('of') ?? undefined;
    const { title, citation, total, ...months } = await embeddedMonths(of, params.id, asOf, api, url, address);
    return { form, frame: { title, question, summary: `${formatCount(total, 'event')}.`, frozen, citation }, months };
  }
  const { page, locator, citation } = await embeddedEvent(params.id, asOf, api, url, address);
  const summary = { matrix: page.attribution.summary, toll: page.toll.summary, map: page.where.summary }[form];
  return { form, frame: { title: page.title, question, summary, frozen, citation }, page, locator };
};
