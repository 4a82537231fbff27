import { z } from 'zod';
import { actorIdSchema, placeIdSchema } from './identifier.ts';
import { quantitySchema } from './quantity.ts';
import { define } from './schema.ts';

export const OUTCOMES = ['killed', 'injured', 'killed-or-injured', 'missing', 'detained'] as const;

/** Groups of persons that a claimant counted. */
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

export const outcomeSchema = /* @__PURE__ */ define(() =>
  z.enum(OUTCOMES).describe('What became of them. killed-or-injured: "casualties", where the words leave it open.'),
);
export const personsSchema = /* @__PURE__ */ define(() =>
  z
    .enum(PERSONS)
    .describe(
      'What was counted, not who they turned out to be. all: all victims; perpetrators are counted only where includesPerpetrators says so.',
    ),
);

export const casualtiesSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('casualties').describe('People who came to harm.'),
    outcome: outcomeSchema,
    persons: personsSchema,
    of: actorIdSchema.describe('The body whose people were counted, where the claim says so: us-forces.').optional(),
    scope: placeIdSchema.describe('Where they were counted: a district, a hospital, hospitals.').optional(),
    quantity: quantitySchema.describe('How many, with the words that bound it.'),
    includesPerpetrators: z.literal(true).describe('The number counts perpetrators among the others.').optional(),
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
