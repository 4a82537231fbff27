import type { Place } from '@counterclaim/domain';
import { alternateNames, editorialOf, type Iri, type Node, referencesOf } from './node.ts';

/** Point or circle: a centroid with a radius is never a mere point. */
function geoOf({ geometry, radiusKm }: Place): Node | undefined {
  if (geometry.type === 'none') return undefined;
  const { latitude, longitude } = geometry;
  const point = { '@type': 'GeoCoordinates', latitude, longitude };
  return radiusKm === undefined
    ? point
    : // schema.org counts the radius of a GeoCircle in metres.
      { '@type': 'GeoCircle', geoMidpoint: point, geoRadius: Math.round(radiusKm * 1000) };
}

/** A place as schema.org's Place, with the precision at which it is known. */
export function placeNode(place: Place, iri: Iri): Node {
  const id = iri('place', place.id);
  return {
    '@id': id,
    '@type': 'Place',
    name: place.name,
    alternateName: alternateNames(place.aliases),
    kind: place.kind,
    geo: geoOf(place),
    precision: place.precision,
    containedInPlace: place.within === undefined ? undefined : iri('place', place.within),
    ...referencesOf(place.refs),
    ...editorialOf(id, place),
  };
}
