import type { Actor, ActorKind } from '@counterclaim/domain';
import { alternateNames, editorialOf, type Iri, type Node, referencesOf } from './node.ts';

/** The narrowest type of schema.org that says no more than the kind. An outlet of an armed group is no news organisation. */
const TYPES: Readonly<Record<ActorKind, string>> = {
  state: 'GovernmentOrganization',
  ministry: 'GovernmentOrganization',
  agency: 'GovernmentOrganization',
  military: 'GovernmentOrganization',
  command: 'GovernmentOrganization',
  police: 'GovernmentOrganization',
  court: 'GovernmentOrganization',
  office: 'GovernmentOrganization',
  embassy: 'GovernmentOrganization',
  'international-organisation': 'Organization',
  'armed-group': 'Organization',
  party: 'PoliticalParty',
  ngo: 'NGO',
  hospital: 'Hospital',
  company: 'Organization',
  community: 'Organization',
  publication: 'NewsMediaOrganization',
  dataset: 'Organization',
  outlet: 'Organization',
  'office-holder': 'Person',
};

/** An actor as schema.org's Organization (or a narrower type; an office-holder as Person) and PROV's Agent. */
export function actorNode(actor: Actor, iri: Iri): Node {
  const id = iri('actor', actor.id);
  const above = actor.partOf === undefined ? undefined : iri('actor', actor.partOf);
  return {
    '@id': id,
    '@type': [TYPES[actor.kind], 'Agent'],
    name: actor.name,
    alternateName: alternateNames(actor.aliases),
    kind: actor.kind,
    ...(actor.kind === 'office-holder' ? { worksFor: above } : { parentOrganization: above }),
    from: actor.from,
    until: actor.until,
    ...referencesOf(actor.refs),
    ...editorialOf(id, actor),
  };
}
