import { z } from 'zod';
import { define } from './schema.ts';

export const editorialDaySchema = /* @__PURE__ */ define(() =>
  z.iso
    .date()
    .describe(
      'A calendar day, YYYY-MM-DD, counted in UTC: the day on which somebody of the ledger did something to a record.',
    ),
);

const reasonSchema = /* @__PURE__ */ define(() =>
  z
    .string()
    .min(1)
    .max(400)
    .describe(
      "Why a record was changed, in our own words: one or two sentences that a reader understands without the record's file.",
    ),
);

/** Any value of JSON. It contains itself: whoever describes it needs one schema to name. */
export const jsonSchema = /* @__PURE__ */ define(() => z.json());

export const correctionSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    date: editorialDaySchema,
    field: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]*(?:\.(?:[A-Za-z][A-Za-z0-9-]*|\d+))*$/)
      .describe(
        'The keys that lead to the value from the top of the record, joined by dots: published, body.quantity.value, about.0. Of a claim, from the top of the claim.',
      ),
    was: jsonSchema.describe('What stood there before; null where nothing did.'),
    now: jsonSchema.describe('What stands there since; null where the value was taken away.'),
    reason: reasonSchema,
  }),
);

export const retractionSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ date: editorialDaySchema, reason: reasonSchema }),
);

/** What every record may tell of its own past. Spread into the schema of each kind of record. */
export const editorialFields = /* @__PURE__ */ define(() => ({
  corrections: z
    .array(correctionSchema)
    .min(1)
    .describe('Every change to a published value, oldest first. Nothing is edited without one.')
    .optional(),
  retracted: retractionSchema
    .describe('The ledger takes the record back: it stays at its address, says why, and counts for nothing.')
    .optional(),
}));

/** A value of a record that was wrong and was put right. Not to be mixed up with what a claimant corrects: that is a new claim. */
export type Correction = z.infer<typeof correctionSchema>;
/** That the ledger took a record back. What a claimant takes back is a claim that `retracts` another. */
export type Retraction = z.infer<typeof retractionSchema>;

/** What any record may carry about its own past. */
export interface Editorial {
  readonly corrections?: readonly Correction[] | undefined;
  readonly retracted?: Retraction | undefined;
}

/**
 * Whether a claim counts (rule `claim.retracted`): neither it nor the document it was coded from has been retracted by the
 * ledger. A claim of a retracted document is coded from nothing.
 */
export const counts = (claim: Editorial, source: Pick<Editorial, 'retracted'> | undefined): boolean =>
  claim.retracted === undefined && source?.retracted === undefined;
