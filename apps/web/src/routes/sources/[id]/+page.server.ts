import { evidenceOf } from '#lib/components/evidence/evidence.ts';
import { asKnown } from '#lib/server/as-known.ts';
import { cite } from '#lib/server/citation.ts';
import { heldDocument, TEXT_HEADERS } from '#lib/server/held-document.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

/** Nothing here waits for the browser, and a text that is shown is sent once, not a second time for scripts (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params, setHeaders, url }) => {
  const api = apiOf(fetch);
  const detail = await api.source(params.id);
  const { source, dataset } = detail;
  const cited = { title: source.title, id: source.id, path: `/sources/${source.id}`, dataset };
  const [events, citation, held] = await Promise.all([
    asKnown(detail.events, asOfIn(url), api),
    cite(cited, api, url),
    heldDocument(api, source.id),
  ]);
  if (held.state !== 'held') return { detail, events, citation, held };
  setHeaders(TEXT_HEADERS);
  const { document } = held;
  return { detail, events, citation, held: { ...held, evidence: evidenceOf(document, detail.claims) } };
};
