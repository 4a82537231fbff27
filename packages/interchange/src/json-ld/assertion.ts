import type { ClaimBody, NamedAuthor, Quantity } from '@counterclaim/domain';
import { UNKNOWN } from '@counterclaim/domain';
import type { Iri, Node } from './node.ts';

/** Whoever is named, by IRI; whoever is not, in our words, with the body for which they speak. */
export function agent(author: NamedAuthor, iri: Iri): string | Node {
  if (author === UNKNOWN) return { '@type': 'Agent', description: UNKNOWN };
  if (typeof author === 'string') return iri('actor', author);
  return {
    '@type': 'Agent',
    description: author.unnamed,
    actedOnBehalfOf: author.of === undefined ? undefined : iri('actor', author.of),
  };
}

/** A number as schema.org's QuantitativeValue, with what the words say of it. */
function quantityNode(quantity: Quantity): Node {
  const type = { '@type': 'QuantitativeValue', bound: quantity.bound };
  switch (quantity.bound) {
    case 'between':
      return { ...type, minValue: quantity.min, maxValue: quantity.max, best: quantity.best };
    case 'none':
    case 'none-known':
    case 'unquantified':
      return type;
    default:
      return { ...type, value: quantity.value };
  }
}

/** What a claim asserts, in our own terms. */
export function assertionNode(body: ClaimBody, iri: Iri): Node {
  const type = { '@type': 'Assertion', kind: body.kind };
  const place = (id: string | undefined): string | undefined => (id === undefined ? undefined : iri('place', id));
  const actor = (id: string | undefined): string | undefined => (id === undefined ? undefined : iri('actor', id));
  switch (body.kind) {
    case 'responsibility':
      return { ...type, stance: body.stance, party: body.actors.map((author) => agent(author, iri)) };
    case 'casualties':
      return {
        ...type,
        outcome: body.outcome,
        persons: body.persons,
        countedOf: actor(body.of),
        scope: place(body.scope),
        quantity: quantityNode(body.quantity),
        includesPerpetrators: body.includesPerpetrators,
      };
    case 'munitions':
      return {
        ...type,
        munitionClass: body.class,
        weapon: body.weapon,
        model: body.model,
        fate: body.fate,
        scope: place(body.scope),
        quantity: quantityNode(body.quantity),
      };
    case 'weapon':
      return { ...type, weapon: body.weapon };
    case 'count':
      return {
        ...type,
        measure: body.measure,
        scope: place(body.scope),
        countedBy: actor(body.by),
        heldOn: body.at,
        quantity: quantityNode(body.quantity),
      };
    case 'launch':
      return 'place' in body.from
        ? { ...type, launchedFrom: iri('place', body.from.place) }
        : { ...type, vehicle: body.from.vehicle };
    case 'target':
      return {
        ...type,
        relation: body.relation,
        target: 'place' in body.target ? iri('place', body.target.place) : iri('actor', body.target.actor),
      };
    case 'damage':
      return { ...type, object: body.object, extent: body.extent, scope: place(body.scope) };
    case 'parties':
      return { ...type, side: body.sides.map((side) => agent(side, iri)) };
    case 'time':
      return { ...type, boundary: body.of, time: body.value, withinMinutes: body.within };
    case 'location':
      return { ...type, place: iri('place', body.place) };
    case 'occurrence':
      return { ...type, what: body.what, happened: body.happened };
    case 'reaction':
      return { ...type, stance: body.stance };
    case 'statement':
      return { ...type, topic: body.topic };
  }
}
