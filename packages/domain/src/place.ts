import { z } from 'zod';
import { aliasesSchema, refsSchema } from './actor.ts';
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
  'sites',
] as const;

export const geometrySchema = /* @__PURE__ */ define(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('point').describe('The middle of the circle in which the place lies.'),
      longitude: z.number().min(-180).max(180).describe('Degrees east, WGS 84; no more digits than are known.'),
      latitude: z.number().min(-90).max(90).describe('Degrees north, WGS 84; no more digits than are known.'),
    }),
    z.strictObject({ type: z.literal('none').describe('Nobody knows where, or it is nowhere in particular.') }),
  ]),
);

export const placePrecisionSchema = /* @__PURE__ */ define(() =>
  z
    .enum(PLACE_PRECISIONS)
    .describe(
      'How closely the place is known, and no closer than the documents give it: from exact, a building that everybody knows, to unknown. Homes of private persons are never closer than neighbourhood.',
    ),
);
export const placeKindSchema = /* @__PURE__ */ define(() =>
  z
    .enum(PLACE_KINDS)
    .describe('What the place is. sites: several that a claimant speaks of together, such as "hospitals".'),
);

export const placeSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: placeIdSchema.describe('The name of the file without .yml. Permanent: it is in addresses and citations.'),
    name: z.string().min(1).describe('Neutral name in English.'),
    aliases: aliasesSchema.optional(),
    kind: placeKindSchema,
    geometry: geometrySchema.describe('Where it lies: a point with a radius around it, or none.'),
    radiusKm: z
      .number()
      .positive()
      .describe('Radius around the point within which the place lies, in kilometres. Drawn; a centroid is never a pin.')
      .optional(),
    precision: placePrecisionSchema,
    within: placeIdSchema.describe('The smallest place of the ledger in which it lies.').optional(),
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
