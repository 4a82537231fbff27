import { isClaimId, redirectOf, sourceIdOf } from '@counterclaim/domain';
import { nearest } from '../problem/nearest.ts';
import { quote } from '../problem/phrase.ts';
import type { Records } from '../reading/records.ts';
import type { Reference } from '../reading/references.ts';
import { redirectsOf } from '../releases/since-release.ts';
import type { Rule } from './rule.ts';

const SINGULAR = { actors: 'actor', places: 'place', events: 'event', sources: 'source', claims: 'claim' } as const;

function remedyFor({ to, id }: Reference, records: Records): string {
  const redirect = redirectOf(redirectsOf(records), SINGULAR[to], id);
  if (redirect !== undefined && records.has(to, redirect.to)) {
    return `write ${redirect.to}, to which redirects.yml leads since ${redirect.date}`;
  }
  if (to === 'claims') {
    if (!isClaimId(id)) {
      const meant = nearest(id, records.ids('claims'));
      return `write <source-id>/<slug>${meant === undefined ? '' : `, perhaps ${meant}`}`;
    }
    const source = sourceIdOf(id);
    if (!records.has('sources', source)) {
      const meant = nearest(source, records.ids('sources'));
      return `there is no source ${source}: ${meant === undefined ? `add sources/${source}.yml` : `write ${meant}/…, or add sources/${source}.yml`}`;
    }
    const meant = nearest(
      id,
      [...records.ids('claims')].filter((claim) => claim.startsWith(`${source}/`)),
    );
    return meant === undefined ? `add the claim to sources/${source}.yml` : `write ${meant}`;
  }
  const meant = nearest(id, records.ids(to));
  const add = /^[a-z0-9-]+$/.test(id) ? `add ${to}/${id}.yml` : `name one of the files in ${to}`;
  return meant === undefined ? add : `write ${meant}, or ${add}`;
}

export const reference: Rule = {
  id: 'reference',
  wants: 'Every actor, place, event, source and claim that is named exists.',
  check(records, report) {
    for (const named of records.references) {
      if (records.has(named.to, named.id)) continue;
      report(named.field, `there is no ${SINGULAR[named.to]} ${quote(named.id)}`, remedyFor(named, records));
    }
  },
};
