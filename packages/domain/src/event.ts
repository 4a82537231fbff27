import { z } from 'zod';
import { refsSchema } from './actor.ts';
import { editorialFields } from './correction.ts';
import { eventIdSchema, placeIdSchema } from './identifier.ts';
import { define } from './schema.ts';
import { edtfSchema, timeZoneSchema } from './time.ts';

export const EVENT_KINDS = [
  'attack',
  'clash',
  'change-of-control',
  'transfer-of-materiel',
  'ceasefire',
  'talks',
  'announcement',
  'demonstration',
  'development',
  'period',
] as const;

export const PLACE_ROLES = ['struck', 'launched-from', 'within', 'held', 'covers'] as const;

export const eventPlaceSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    place: placeIdSchema.describe('Id of the place.'),
    role: z
      .enum(PLACE_ROLES)
      .describe(
        'struck: what came down or went off there · launched-from · within: it happened somewhere in it · held: who controls it changed · covers: a period or an aggregate is about it',
      ),
  }),
);

export const eventSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: eventIdSchema.describe(
      'The name of the file without .yml: <date>-<place>-<what>. Permanent: it is in addresses and citations.',
    ),
    title: z.string().min(1).describe('Neutral: what happened where, without an author and without a toll.'),
    kind: z
      .enum(EVENT_KINDS)
      .describe(
        'What kind of thing the claims are about. development: arrests, a new base, a change within a group. period: an aggregate, such as "the six months to November 2020".',
      ),
    time: edtfSchema.describe(
      'When it happened, as closely as nobody disputes: EDTF, such as 2020-11-21 or 2020-05/2020-11.',
    ),
    zone: timeZoneSchema.describe("IANA zone in which the event's days are counted, such as Asia/Kabul."),
    places: z.array(eventPlaceSchema).min(1).describe('Where, and in which role each place takes part.'),
    partOf: eventIdSchema
      .describe(
        'The event of which this is a part with an author or a toll of its own. Its claims are not the whole’s.',
      )
      .optional(),
    context: z
      .string()
      .min(1)
      .max(600)
      .describe('Ours: what a reader needs to place the event. Neutral, and no number or author that is a claim.')
      .optional(),
    refs: refsSchema.optional(),
    ...editorialFields,
  }),
);

/** Something that claims are about. Only identity lives here: who did it and how many died are never fields of an event. */
export type Event = z.infer<typeof eventSchema>;
export type EventKind = (typeof EVENT_KINDS)[number];
export type PlaceRole = (typeof PLACE_ROLES)[number];
