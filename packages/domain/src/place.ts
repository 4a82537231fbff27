import { z } from 'zod';
import { refsSchema } from './actor.ts';
import { editorialFields } from './correction.ts';
import { type PlaceId, placeIdSchema } from './identifier.ts';
import { define } from './schema.ts';

/** How closely a place is known, from a point to nothing. */
export const PLACE_PRECISIONS = [
  'exact',
  'near',
  'neighbourhood',
  'settlement',
  'adm2',
  'adm1',
  'line-or-area',
  'country',
  'sea-or-air',
  'unknown',
] as const;

export const PLACE_KINDS = [
  'country',
  'adm1',
  'adm2',
  'settlement',
  'district',
  'neighbourhood',
  'site',
  'area',
  /** Several sites that a claimant speaks of together, such as "hospitals". */
  'sites',
] as const;

export const geometrySchema = /* @__PURE__ */ define(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('point'),
      /** Degrees east, WGS 84. */
      longitude: z.number().min(-180).max(180),
      /** Degrees north, WGS 84. */
      latitude: z.number().min(-90).max(90),
    }),
    z.strictObject({ type: z.literal('none') }),
  ]),
);

export const placePrecisionSchema = /* @__PURE__ */ define(() => z.enum(PLACE_PRECISIONS));
export const placeKindSchema = /* @__PURE__ */ define(() => z.enum(PLACE_KINDS));

export const placeSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: placeIdSchema,
    name: z.string().min(1),
    aliases: z.array(z.strictObject({ name: z.string().min(1), language: z.string().min(2).optional() })).optional(),
    kind: placeKindSchema,
    geometry: geometrySchema,
    /** Radius around the point within which the place lies, in kilometres. Drawn; a centroid is never a pin. */
    radiusKm: z.number().positive().optional(),
    precision: placePrecisionSchema,
    within: placeIdSchema.optional(),
    refs: refsSchema.optional(),
    ...editorialFields,
  }),
);

/** Somewhere that claims speak of, with the precision at which it is known. */
export type Place = z.infer<typeof placeSchema>;
export type PlacePrecision = z.infer<typeof placePrecisionSchema>;
export type PlaceKind = z.infer<typeof placeKindSchema>;
export type PlaceIndex = ReadonlyMap<PlaceId, Place>;

/** A place and everything it lies within, nearest first. */
export function placeChain(id: PlaceId, places: PlaceIndex): PlaceId[] {
  const ids: PlaceId[] = [];
  for (let next: PlaceId | undefined = id; next !== undefined && !ids.includes(next);) {
    ids.push(next);
    next = places.get(next)?.within ?? undefined;
  }
  return ids;
}
