import { evidenceOf } from '#lib/components/evidence/evidence.ts';
import { asKnown } from '#lib/server/as-known.ts';
import { recordChanges } from '#lib/server/changes.ts';
import { cite } from '#lib/server/citation.ts';
import { heldDocument, TEXT_HEADERS } from '#lib/server/held-document.ts';
import { movedFrom, orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

/** Nothing here waits for the browser, and a text that is shown is sent once, not a second time for scripts (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params, setHeaders, url }) => {
  const api = apiOf(fetch);
  const detail = await orMoved(api.source(params.id), url);
  const { source, dataset } = detail;
  const cited = {
    title: source.title,
    id: source.id,
    path: `/sources/${source.id}`,
    retracted: source.retracted,
    dataset,
  };
  const [events, citation, changes, moved, held] = await Promise.all([
    asKnown(detail.events, asOfIn(url), api),
    cite(cited, api, url),
    recordChanges('source', source, api),
    movedFrom('source', source.id, api, url),
    heldDocument(api, source.id),
  ]);
  const page = { detail, events, citation, changes, moved };
  if (held.state !== 'held') return { ...page, held };
  setHeaders(TEXT_HEADERS);
  const { document } = held;
  const standing = detail.claims.filter(({ retracted }) => retracted === undefined);
  return { ...page, held: { ...held, evidence: evidenceOf(document, standing) } };
};
