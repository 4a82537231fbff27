import { eventIdSchema } from '@counterclaim/domain';
import {
  type Cell,
  COLUMN_TYPES,
  type ColumnType,
  type EventFeature,
  PROPERTY_COLUMNS,
} from '@counterclaim/interchange/serving';
import { z } from 'zod';
import { component } from './component.ts';
import { ensureSame, type Same } from './same.ts';

const CELL = {
  id: z.string(),
  text: z.string(),
  list: z.array(z.string()),
  integer: z.int(),
  number: z.number(),
  boolean: z.boolean(),
  edtf: z.string(),
  date: z.string(),
  instant: z.string(),
  url: z.url(),
  json: z.string(),
} satisfies Record<ColumnType, z.ZodType>;

const properties: z.ZodType<Record<string, Cell>> = z.strictObject(
  Object.fromEntries(
    PROPERTY_COLUMNS.map(({ name, type, description }) => [
      name,
      CELL[type].nullable().meta({
        description: `${description} ${type === 'edtf' || type === 'instant' ? COLUMN_TYPES[type] : ''}`.trim(),
      }),
    ]),
  ),
);

const feature = component(
  'EventFeature',
  'An event as a GeoJSON feature. Its geometry is null where no place of the event has a point; `radius_km` and `precision` say how much the point is worth.',
  z.strictObject({
    type: z.literal('Feature'),
    id: eventIdSchema,
    geometry: z
      .strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })
      .nullable()
      .meta({ description: 'Longitude, latitude, WGS 84.' }),
    properties,
  }),
);

export const featureCollection = component(
  'EventFeatureCollection',
  'Events as GeoJSON (RFC 7946).',
  z.strictObject({ type: z.literal('FeatureCollection'), features: z.array(feature) }),
);
ensureSame<Same<Omit<z.output<typeof feature>, 'id'>, Omit<EventFeature, 'id'>>>();
