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
  /** An aggregate, such as "the six months to November 2020". */
  'period',
] as const;

export const PLACE_ROLES = ['struck', 'launched-from', 'within', 'held', 'covers'] as const;

export const eventPlaceSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ place: placeIdSchema, role: z.enum(PLACE_ROLES) }),
);

export const eventSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: eventIdSchema,
    /** Neutral: what happened where, without an author. */
    title: z.string().min(1),
    kind: z.enum(EVENT_KINDS),
    time: edtfSchema,
    /** IANA zone in which the event's days are counted. */
    zone: timeZoneSchema,
    places: z.array(eventPlaceSchema).min(1),
    partOf: eventIdSchema.optional(),
    /** Ours: what a reader needs to place the event. Neutral, and no number or author that is a claim. */
    context: z.string().min(1).max(600).optional(),
    refs: refsSchema.optional(),
    ...editorialFields,
  }),
);

/** Something that claims are about. Only identity lives here: who did it and how many died are never fields of an event. */
export type Event = z.infer<typeof eventSchema>;
export type EventKind = (typeof EVENT_KINDS)[number];
export type PlaceRole = (typeof PLACE_ROLES)[number];
