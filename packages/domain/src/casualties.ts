import { z } from 'zod';
import { actorIdSchema, placeIdSchema } from './identifier.ts';
import { quantitySchema } from './quantity.ts';
import { define } from './schema.ts';

export const OUTCOMES = ['killed', 'injured', 'killed-or-injured', 'missing', 'detained'] as const;

/** Groups of persons that a claimant counted: what was counted, not who they turned out to be. */
export const PERSONS = [
  'all',
  'civilians',
  'combatants',
  'police',
  'soldiers',
  'perpetrators',
  'staff',
  'students',
  'children',
  'women',
  'men',
  'unknown',
] as const;

export const outcomeSchema = /* @__PURE__ */ define(() => z.enum(OUTCOMES));
export const personsSchema = /* @__PURE__ */ define(() => z.enum(PERSONS));

export const casualtiesSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('casualties'),
    outcome: outcomeSchema,
    /** `all` means all victims: perpetrators are counted only where `includesPerpetrators` says so. */
    persons: personsSchema,
    /** The body whose people were counted, where the claim says so. */
    of: actorIdSchema.optional(),
    /** Where they were counted: a district, a hospital, `hospitals`. */
    scope: placeIdSchema.optional(),
    quantity: quantitySchema,
    includesPerpetrators: z.literal(true).optional(),
  }),
);

/** A count of people who came to harm. */
export type Casualties = z.infer<typeof casualtiesSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Persons = z.infer<typeof personsSchema>;

/** Outcomes that count within another outcome: the killed and the injured are both "killed or injured". */
export const widerOutcomes = (outcome: Outcome): readonly Outcome[] =>
  outcome === 'killed' || outcome === 'injured' ? ['killed-or-injured'] : [];

/** "No casualties" says at once: none killed, none injured. Other outcomes answer for themselves alone. */
export const outcomesDenied = (outcome: Outcome): readonly Outcome[] =>
  outcome === 'killed-or-injured' ? ['killed-or-injured', 'killed', 'injured'] : [outcome];
