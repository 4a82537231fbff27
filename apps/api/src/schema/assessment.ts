import {
  actorIdSchema,
  AGREEMENTS,
  type Assessment,
  ATTRIBUTION_STATUSES,
  CLAIM_KINDS,
  claimIdSchema,
  eventIdSchema,
  type RuleId,
  RULES,
} from '@counterclaim/domain';
import type { HistoryPiece } from '@counterclaim/store';
import { z } from 'zod';
import { component } from './component.ts';
import { edtf, quantity } from './record.ts';
import { ensureSame, type Same } from './same.ts';

export const instant = component(
  'Instant',
  'An instant in ISO 8601, UTC, to the minute unless seconds matter: 2020-11-21T04:10Z.',
  z.string().regex(/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/),
);

export const owner = component(
  'Owner',
  'Who holds a position: an actor’s id, `unnamed of <id>`, or `<label>, to <origin>` for an unnamed person of no known body.',
  z.string().min(1),
);

export const range = component(
  'Range',
  'Lowest to highest stated number over the current positions; open where only open numbers (“at least”) reach the top. Never an average.',
  z.strictObject({ low: z.number(), high: z.number(), open: z.boolean() }),
);

export const because = component(
  'Because',
  'Why a derived value is what it is: the rule, its version, and the claims it was applied to.',
  z.strictObject({
    rule: z.enum(Object.keys(RULES) as [RuleId, ...RuleId[]]),
    version: z.int(),
    claims: z.array(claimIdSchema),
  }),
);
const reasons = z.array(because);

const answer = component(
  'Answer',
  'What is said in answer to a question: a number, a time, a stance or phrase, yes or no.',
  z.union([
    quantity,
    z.strictObject({ at: edtf, within: z.int().optional().meta({ description: 'Minutes, either way.' }) }),
    z.string(),
    z.boolean(),
  ]),
);

const heldAnswerFields = {
  answer,
  claims: z.array(claimIdSchema),
  origins: z
    .int()
    .meta({ description: 'Independent origins: wires and relays count once, however many papers carry them.' }),
  dated: z
    .strictObject({ from: instant.nullable(), until: instant.nullable() })
    .meta({ description: 'When the answer dates from, half-open; null where nothing bounds it.' }),
};

const position = component(
  'Position',
  'The answers that one owner holds on one question.',
  z.strictObject({
    owner,
    actor: actorIdSchema
      .nullable()
      .meta({ description: 'The body behind the owner; null for an unnamed person of no known body.' }),
    root: actorIdSchema.nullable().meta({ description: 'The party at the top of that body.' }),
    answers: z.array(answer).meta({ description: 'Current answers; several where they cannot be put in order.' }),
    held: z
      .array(z.strictObject(heldAnswerFields))
      .meta({ description: 'The answers with their claims, in the same order.' }),
    origins: z.int(),
    course: z.enum(['kept', 'revised', 'reversed', 'conceded']),
    past: z
      .array(z.strictObject({ ...heldAnswerFields, reason: z.enum(['superseded', 'retracted', 'later-answer']) }))
      .meta({ description: 'Answers no longer held. They stay visible.' }),
    floor: z.string().optional().meta({ description: 'The narrower question whose number this one rests on.' }),
    restatement: z
      .literal(true)
      .optional()
      .meta({ description: 'Only compilers hold it, passing on what others said.' }),
    claims: z.array(claimIdSchema),
    because: reasons,
  }),
);

export const agreement = component(
  'Agreement',
  'How the positions on one question stand to each other.',
  z.enum(AGREEMENTS),
);

const questionAssessment = component(
  'QuestionAssessment',
  'One question with everything that was said on it.',
  z.strictObject({
    key: z.string().meta({
      description: 'What is asked; only answers under one key are ever compared.',
      examples: ['casualties:killed:all'],
    }),
    kind: z.enum(CLAIM_KINDS),
    agreement,
    range: range.nullable().meta({ description: 'Null where the question is no number, or no number is stated.' }),
    positions: z.array(position),
    pairs: z.array(z.tuple([owner, owner])).meta({ description: 'Pairs of owners whose answers exclude each other.' }),
    because: reasons,
  }),
);

export const attributionStatus = component(
  'AttributionStatus',
  'What is said of who did it, in one word. Never a verdict.',
  z.enum(ATTRIBUTION_STATUSES),
);

const ownersByParty = component(
  'OwnersByParty',
  'Party → the owners who say so, in alphabetical order.',
  z.record(actorIdSchema, z.array(owner)),
);

const attribution = component(
  'Attribution',
  'Who claims it, who stands accused, who denies and who is exonerated, each by whom.',
  z.strictObject({
    status: attributionStatus,
    claimed: ownersByParty,
    accused: ownersByParty,
    denied: ownersByParty,
    exonerated: ownersByParty,
    because: reasons,
  }),
);

const breakdown = component(
  'Breakdown',
  'The parts a claimant gave, against its own whole.',
  z.strictObject({
    whole: claimIdSchema,
    quantity,
    field: z.enum(['scope', 'persons', 'outcome', 'fate', 'by']),
    parts: z.array(z.strictObject({ claim: claimIdSchema, value: z.string(), quantity })),
    sum: z.strictObject({ min: z.number(), max: z.number().nullable() }),
    remainder: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }),
    verdict: z.enum(['adds-up', 'unallocated', 'parts-exceed-whole']),
    because: reasons,
  }),
);

export const assessment = component(
  'Assessment',
  'What the ledger derives of one event from the claims known by an instant. Every value names the rule and the claims it rests on.',
  z.strictObject({
    event: eventIdSchema,
    asOf: instant.nullable().meta({ description: 'Null for everything the ledger holds.' }),
    attribution,
    questions: z.array(questionAssessment),
    breakdowns: z.array(breakdown),
    pending: z
      .array(claimIdSchema)
      .meta({ description: 'Claims that may have been made by then, but were not known yet: listed, not used.' }),
  }),
);
ensureSame<Same<z.output<typeof assessment>, Assessment>>();

export const historyPiece = component(
  'HistoryPiece',
  'A stretch of time during which an event’s assessment stays the same.',
  z.strictObject({ knownFrom: instant.nullable(), knownUntil: instant.nullable(), assessment }),
);
ensureSame<Same<z.output<typeof historyPiece>, HistoryPiece>>();
