import type { Place } from '@counterclaim/domain';
import { ALIAS_COLUMNS, REFS_COLUMN, RETRACTION_COLUMNS } from './record-columns.ts';
import { defineTable, refersTo } from './table.ts';

/** One row a place. */
export const PLACES = defineTable<Place>({
  name: 'places',
  title: 'Places',
  description: 'One row a place that claims speak of, with the precision at which it is known.',
  columns: [
    { name: 'id', type: 'id', description: 'The place.', value: ({ id }) => id },
    { name: 'name', type: 'text', description: 'Its name in English.', value: ({ name }) => name },
    ...ALIAS_COLUMNS,
    { name: 'kind', type: 'id', description: 'Country, settlement, district, site …', value: ({ kind }) => kind },
    {
      name: 'longitude',
      type: 'number',
      description: 'Degrees east, WGS 84. The place lies within radius_km of the point.',
      value: ({ geometry }) => (geometry.type === 'point' ? geometry.longitude : null),
    },
    {
      name: 'latitude',
      type: 'number',
      description: 'Degrees north, WGS 84, of the same point.',
      value: ({ geometry }) => (geometry.type === 'point' ? geometry.latitude : null),
    },
    {
      name: 'radius_km',
      type: 'number',
      description: 'Radius around the point within which the place lies, in kilometres.',
      value: ({ radiusKm }) => radiusKm ?? null,
    },
    {
      name: 'precision',
      type: 'id',
      description: 'How closely the place is known: exact, near, neighbourhood, settlement …',
      value: ({ precision }) => precision,
    },
    { name: 'within', type: 'id', description: 'The place in which it lies.', value: ({ within }) => within ?? null },
    REFS_COLUMN,
    ...RETRACTION_COLUMNS,
  ],
  primaryKey: ['id'],
  foreignKeys: [refersTo('within', 'places')],
  items: ({ ledger }) => ledger.places,
});
