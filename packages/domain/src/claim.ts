import { z } from 'zod';
import { casualtiesSchema } from './casualties.ts';
import { editorialFields } from './correction.ts';
import {
  type ActorId,
  actorIdSchema,
  claimIdSchema,
  eventIdSchema,
  placeIdSchema,
  slugSchema,
  sourceIdSchema,
} from './identifier.ts';
import { quantitySchema } from './quantity.ts';
import { define } from './schema.ts';
import { sha256Schema } from './source.ts';
import { edtfSchema } from './time.ts';

export const STANCES = [
  'claims',
  'denies',
  'declines',
  'accuses',
  'suspects',
  'convicts',
  'exonerates',
  'reports',
  'none-claimed',
] as const;
export const MODALITIES = ['asserted', 'initial', 'estimated', 'predicted'] as const;
export const BASES = ['observed', 'investigated', 'analysis'] as const;
export const FATES = ['fired', 'landed', 'exploded', 'unexploded', 'intercepted'] as const;
export const MUNITION_CLASSES = ['projectile', 'device', 'firearm'] as const;
export const STATEMENT_TOPICS = ['context', 'intention', 'relation', 'prediction', 'policy'] as const;
export const REACTION_STANCES = ['condemns', 'mourns', 'praises', 'warns'] as const;

const shortText = /* @__PURE__ */ define(() => z.string().min(1).max(400));

/** Somebody whom a document does not name, and the body they speak for where it says so. */
export const unnamedSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ unnamed: z.string().min(1).max(160), of: actorIdSchema.optional() }),
);
export const speakerSchema = /* @__PURE__ */ define(() => z.union([actorIdSchema, unnamedSchema]));
/** The word for an author whom nobody names; no actor may bear it as its id. */
export const UNKNOWN = 'unknown';
export const namedAuthorSchema = /* @__PURE__ */ define(() =>
  z.union([z.literal(UNKNOWN), actorIdSchema, unnamedSchema]),
);

export const responsibilitySchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('responsibility'),
    stance: z.enum(STANCES),
    /** Whom the stance is about, jointly. Empty only with `none-claimed`. */
    actors: z.array(namedAuthorSchema),
  }),
);
export const munitionsSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('munitions'),
    class: z.enum(MUNITION_CLASSES),
    weapon: slugSchema.optional(),
    model: z.string().min(1).max(80).optional(),
    fate: z.enum(FATES),
    scope: placeIdSchema.optional(),
    quantity: quantitySchema,
  }),
);
export const weaponSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ kind: z.literal('weapon'), weapon: slugSchema }),
);
export const countSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('count'),
    /** What was counted: `attackers`, `explosions`, `arrests`, `districts-held` … */
    measure: slugSchema,
    scope: placeIdSchema.optional(),
    by: actorIdSchema.optional(),
    at: edtfSchema.optional(),
    quantity: quantitySchema,
  }),
);
export const launchSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('launch'),
    from: z.union([z.strictObject({ place: placeIdSchema }), z.strictObject({ vehicle: z.string().min(1).max(80) })]),
  }),
);
export const targetSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('target'),
    target: z.union([z.strictObject({ place: placeIdSchema }), z.strictObject({ actor: actorIdSchema })]),
    relation: z.enum(['intended', 'struck']),
  }),
);
export const damageSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('damage'),
    object: z.string().min(1).max(160),
    extent: z.string().min(1).max(160),
    scope: placeIdSchema.optional(),
  }),
);
export const partiesSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ kind: z.literal('parties'), sides: z.array(speakerSchema).min(1) }),
);
export const timeClaimSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('time'),
    of: z.enum(['start', 'end']),
    value: edtfSchema,
    /** How far the value may be off, in minutes, either way. */
    within: z.int().min(1).optional(),
  }),
);
export const locationSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ kind: z.literal('location'), place: placeIdSchema }),
);
export const occurrenceSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ kind: z.literal('occurrence'), what: slugSchema, happened: z.boolean() }),
);
export const reactionSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ kind: z.literal('reaction'), stance: z.enum(REACTION_STANCES) }),
);
export const statementSchema = /* @__PURE__ */ define(() =>
  z.strictObject({ kind: z.literal('statement'), topic: z.enum(STATEMENT_TOPICS) }),
);

export const claimBodySchema = /* @__PURE__ */ define(() =>
  z.discriminatedUnion('kind', [
    responsibilitySchema,
    casualtiesSchema,
    munitionsSchema,
    weaponSchema,
    countSchema,
    launchSchema,
    targetSchema,
    damageSchema,
    partiesSchema,
    timeClaimSchema,
    locationSchema,
    occurrenceSchema,
    reactionSchema,
    statementSchema,
  ]),
);

export const CLAIM_KINDS = [
  'responsibility',
  'casualties',
  'munitions',
  'weapon',
  'count',
  'launch',
  'target',
  'damage',
  'parties',
  'time',
  'location',
  'occurrence',
  'reaction',
  'statement',
] as const satisfies readonly ClaimBody['kind'][];

/** Where in the normalised text of the document a claim stands, checkable without republishing it. */
export const passageSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    /** Number of the paragraph, from 1. */
    paragraph: z.int().min(1),
    /** First code point within the paragraph, from 0. */
    start: z.int().min(0),
    /** Code point after the last. */
    end: z.int().min(1),
    /** SHA-256 of the passage, UTF-8. */
    sha256: sha256Schema,
  }),
);
export const evidenceSchema = /* @__PURE__ */ define(() =>
  z.union([
    z.strictObject({ passages: z.array(passageSchema).min(1) }),
    /** Only an excerpt of the document was seen: no position can be given. */
    z.strictObject({ excerpt: z.literal(true) }),
  ]),
);

export const relationsSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    /** The same statement, however rendered or labelled. */
    repeats: claimIdSchema.optional(),
    /** Earlier claims of the same body that this one replaces. */
    supersedes: z.array(claimIdSchema).min(1).optional(),
    /** Earlier claims of the same body that this one takes back. */
    retracts: z.array(claimIdSchema).min(1).optional(),
    /** The claim of whose number this number is a share. */
    partOf: claimIdSchema.optional(),
    respondsTo: z.array(claimIdSchema).min(1).optional(),
  }),
);

export const claimSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: claimIdSchema,
    source: sourceIdSchema,
    /** Several events: a quantity is then of all together and answers no single one; any other kind counts for each. */
    about: z.array(eventIdSchema).min(1),
    claimant: speakerSchema,
    /** Those that relayed it, nearest the claimant first. */
    via: z.array(actorIdSchema).min(1).optional(),
    /** The platform on which it was published, such as `telegram`. */
    channel: slugSchema.optional(),
    /** Whose text the claim stands in, where it is not the source's. */
    wire: actorIdSchema.optional(),
    /** When it was said in public; absent when nobody tells. */
    said: edtfSchema.optional(),
    evidence: evidenceSchema,
    /** Our own words, one sentence, neutral. */
    paraphrase: shortText,
    /** The document's hedging words, at most a few. */
    hedge: z.string().min(1).max(60).optional(),
    /** The claimant's own certainty; the document's distance is `hedge`. */
    modality: z.enum(MODALITIES),
    /** Why a publication or dataset may speak in its own voice; without it the claim is a restatement. */
    basis: z.enum(BASES).optional(),
    relations: relationsSchema.optional(),
    body: claimBodySchema,
    ...editorialFields,
  }),
);

/** One assertion by one claimant about one event, as reported in one document. */
export type Claim = z.infer<typeof claimSchema>;
export type ClaimBody = z.infer<typeof claimBodySchema>;
export type ClaimKind = ClaimBody['kind'];
export type Responsibility = z.infer<typeof responsibilitySchema>;
export type Munitions = z.infer<typeof munitionsSchema>;
export type Count = z.infer<typeof countSchema>;
export type Stance = (typeof STANCES)[number];
export type Modality = (typeof MODALITIES)[number];
export type Basis = (typeof BASES)[number];
export type Fate = (typeof FATES)[number];
export type Speaker = z.infer<typeof speakerSchema>;
export type Unnamed = z.infer<typeof unnamedSchema>;
export type NamedAuthor = z.infer<typeof namedAuthorSchema>;
export type Passage = z.infer<typeof passageSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Relations = z.infer<typeof relationsSchema>;

/** Whether a speaker is named in the ledger, so that it has a body and a root. */
export const isNamed = (speaker: NamedAuthor): speaker is ActorId => typeof speaker === 'string' && speaker !== UNKNOWN;

/** The quantity of a claim that has one. */
export const quantityOf = (body: ClaimBody) => ('quantity' in body ? body.quantity : undefined);

/** Every place that a claim's body names. */
export function placesNamed(body: ClaimBody): readonly z.infer<typeof placeIdSchema>[] {
  const places = [];
  if ('scope' in body && body.scope !== undefined) places.push(body.scope);
  if (body.kind === 'location') places.push(body.place);
  if (body.kind === 'launch' && 'place' in body.from) places.push(body.from.place);
  if (body.kind === 'target' && 'place' in body.target) places.push(body.target.place);
  return places;
}

/** Every actor that a claim names in any role: claimant, relay, wire, author, party, target. */
export function actorsNamed(claim: Claim): readonly ActorId[] {
  const actors = new Set<ActorId>();
  const add = (author: NamedAuthor | undefined): void => {
    if (author === undefined) return;
    if (isNamed(author)) actors.add(author);
    else if (typeof author === 'object' && author.of !== undefined) actors.add(author.of);
  };
  add(claim.claimant);
  claim.via?.forEach(add);
  add(claim.wire);
  const { body } = claim;
  if (body.kind === 'responsibility') body.actors.forEach(add);
  if (body.kind === 'parties') body.sides.forEach(add);
  if (body.kind === 'casualties') add(body.of);
  if (body.kind === 'count') add(body.by);
  if (body.kind === 'target' && 'actor' in body.target) add(body.target.actor);
  return [...actors];
}
