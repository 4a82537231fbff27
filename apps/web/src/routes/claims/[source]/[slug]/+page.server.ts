import { shownPassages } from '#lib/components/evidence/evidence.ts';
import { asKnown } from '#lib/server/as-known.ts';
import { recordChanges } from '#lib/server/changes.ts';
import { cite } from '#lib/server/citation.ts';
import { heldDocument } from '#lib/server/held-document.ts';
import { movedFrom, orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const detail = await orMoved(api.claim(`${params.source}/${params.slug}`), url);
  const { claim, source, dataset } = detail;
  const cited = {
    title: claim.paraphrase,
    id: claim.id,
    path: `/claims/${claim.id}`,
    retracted: claim.retracted ?? source.retracted,
    dataset,
  };
  const [events, citation, changes, moved, held] = await Promise.all([
    asKnown(detail.events, asOfIn(url), api),
    cite(cited, api, url),
    recordChanges('claim', claim, api),
    movedFrom('claim', claim.id, api, url),
    'passages' in claim.evidence ? heldDocument(api, source.id) : undefined,
  ]);
  // What came of the look-up, never the text: this page may be kept.
  const lookedUp = held?.state === 'held' ? shownPassages(held.document, claim.id) : [];
  return { detail, events, citation, changes, moved, lookedUp };
};
