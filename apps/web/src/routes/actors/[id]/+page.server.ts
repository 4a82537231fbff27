import { monthEmbeds } from '#lib/components/embed/month-embeds.ts';
import { formatDate } from '#lib/format/date.ts';
import { recordChanges } from '#lib/server/changes.ts';
import { cite } from '#lib/server/citation.ts';
import { citedActor } from '#lib/server/cited-view.ts';
import { movedFrom, orMoved } from '#lib/server/moved.ts';
import { namedIn } from '#lib/server/names.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

/** Claims and events on one page; the rest is a link away. */
const LIMIT = 50;

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const asOf = asOfIn(url);
  const { id } = params;
  const cursor = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const [detail, made, naming, events] = await Promise.all([
    orMoved(api.actor(id), url),
    api.claims({ claimant: id, asOf, limit: LIMIT, cursor: cursor('made') }),
    api.claims({ actor: id, asOf, limit: LIMIT, cursor: cursor('naming') }),
    api.events({ actor: id, asOf, limit: LIMIT }),
  ]);
  const [names, changes, moved, citation] = await Promise.all([
    namedIn([...made.items, ...naming.items], api),
    recordChanges('actor', detail.actor, api),
    movedFrom('actor', detail.actor.id, api, url),
    cite(citedActor(detail.actor, asOf), api, url),
  ]);
  const frozen = asOf ?? new Date().toISOString().slice(0, 10);
  const embeds = { codes: monthEmbeds('actor', detail.actor, url.origin, frozen), day: formatDate(frozen, 'UTC') };
  return { detail, made, naming, events, names, changes, moved, citation, embeds };
};
