import type { Place, PlacePrecision } from '@counterclaim/domain';
import { formatNumber } from './number.ts';

const WORDS: Readonly<Record<PlacePrecision, string>> = {
  exact: 'known exactly',
  near: 'known closely, near the named point',
  neighbourhood: 'known to the neighbourhood',
  settlement: 'known to the town or village',
  adm2: 'known to the district',
  adm1: 'known to the province',
  'line-or-area': 'known to a line or area',
  country: 'known to the country only',
  'sea-or-air': 'at sea or in the air',
  unknown: 'not known',
};

/** How closely a place is known: "known to the town or village, within 15 km". */
export function formatPrecision({
  precision,
  geometry,
  radiusKm,
}: Pick<Place, 'precision' | 'geometry' | 'radiusKm'>): string {
  const words = WORDS[precision];
  if (geometry.type === 'none') return `${words}; no point is given`;
  return radiusKm === undefined ? `${words}; no radius is given` : `${words}, within ${formatNumber(radiusKm)} km`;
}
