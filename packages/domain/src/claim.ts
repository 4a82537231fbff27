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

export const unnamedSchema = /* @__PURE__ */ define(() =>
  z
    .strictObject({
      unnamed: z
        .string()
        .min(1)
        .max(160)
        .describe('What the document calls them, in neutral words: two officials, a shopkeeper. Never a private name.'),
      of: actorIdSchema.describe('The body they speak for, where the document says so.').optional(),
    })
    .describe('Somebody whom a document does not name, and the body they speak for where it says so.'),
);
export const speakerSchema = /* @__PURE__ */ define(() => z.union([actorIdSchema, unnamedSchema]));
/** The word for an author whom nobody names; no actor may bear it as its id. */
export const UNKNOWN = 'unknown';
export const namedAuthorSchema = /* @__PURE__ */ define(() =>
  z.union([z.literal(UNKNOWN), actorIdSchema, unnamedSchema]),
);

export const responsibilitySchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('responsibility').describe('Who did it, or did not.'),
    stance: z
      .enum(STANCES)
      .describe(
        'claims, denies: of oneself · declines: knows nothing of it · accuses, suspects: another · convicts: a court · exonerates: another did not do it · reports: a document in its own voice · none-claimed: nobody has claimed it',
      ),
    actors: z
      .array(namedAuthorSchema)
      .describe(
        'Whom the stance is about, jointly; unknown for an author whom nobody names. Empty only with none-claimed.',
      ),
  }),
);
export const munitionsSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('munitions').describe('How many were fired, landed, exploded, did not explode, were intercepted.'),
    class: z
      .enum(MUNITION_CLASSES)
      .describe('The wide class, in which a mortar and a rocket meet where only the number is disputed.'),
    weapon: slugSchema.describe('The kind of weapon, where it is said: rocket, mortar, magnetic-bomb.').optional(),
    model: z.string().min(1).max(80).describe('The model, as it is said: Katyusha.').optional(),
    fate: z.enum(FATES).describe('What became of them: five different questions.'),
    scope: placeIdSchema.describe('Where they were counted, where that is less than the whole event.').optional(),
    quantity: quantitySchema.describe('How many, with the words that bound it.'),
  }),
);
export const weaponSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('weapon').describe('What it was, where that itself is disputed.'),
    weapon: slugSchema.describe('The kind of weapon: rocket, mortar.'),
  }),
);
export const countSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('count').describe('Any other number.'),
    measure: slugSchema.describe('What was counted: attackers, explosions, arrests, districts-held.'),
    scope: placeIdSchema.describe('Where it was counted, where that is less than the whole event.').optional(),
    by: actorIdSchema.describe('Whose they are, or who did it.').optional(),
    at: edtfSchema.describe('The day of a tally that changes by the day: EDTF.').optional(),
    quantity: quantitySchema.describe('How many, with the words that bound it.'),
  }),
);
export const launchSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('launch').describe('From where it was fired.'),
    from: z
      .union([
        z.strictObject({ place: placeIdSchema.describe('The place it was fired from.') }),
        z.strictObject({
          vehicle: z.string().min(1).max(80).describe('The vehicle it was fired from: a pickup truck.'),
        }),
      ])
      .describe('A place, or a vehicle.'),
  }),
);
export const targetSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('target').describe('What was aimed at, or hit.'),
    target: z
      .union([
        z.strictObject({ place: placeIdSchema.describe('The place that was the target.') }),
        z.strictObject({ actor: actorIdSchema.describe('The actor that was the target.') }),
      ])
      .describe('A place, or an actor.'),
    relation: z
      .enum(['intended', 'struck'])
      .describe('intended: it was meant · struck: it was hit, which does not say that it was meant'),
  }),
);
export const damageSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('damage').describe('What was damaged, and how badly.'),
    object: z.string().min(1).max(160).describe('What was damaged, in neutral words.'),
    extent: z.string().min(1).max(160).describe('How badly, in words no stronger than the document’s.'),
    scope: placeIdSchema.describe('Where.').optional(),
  }),
);
export const partiesSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('parties').describe('Who fought, where nobody is called the aggressor.'),
    sides: z.array(speakerSchema).min(1).describe('The sides, in no order that would accuse anybody.'),
  }),
);
export const timeClaimSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('time').describe('When it began or ended.'),
    of: z.enum(['start', 'end']).describe('Whether it began or ended then.'),
    value: edtfSchema.describe('When, as closely as the words allow: EDTF, a clock time with its offset from UTC.'),
    within: z.int().min(1).describe('How far the value may be off, in minutes, either way.').optional(),
  }),
);
export const locationSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('location').describe('Where it happened.'),
    place: placeIdSchema.describe('The place, no closer than the document gives it.'),
  }),
);
export const occurrenceSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('occurrence').describe('That something happened or was so, or did not and was not.'),
    what: slugSchema.describe('What: one slug for one question, so that a yes and a no meet. eid-ceasefire'),
    happened: z.boolean().describe('true: it happened or was so · false: it did not or was not'),
  }),
);
export const reactionSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('reaction').describe('How somebody took it: names no author.'),
    stance: z.enum(REACTION_STANCES).describe('What the claimant does: condemns, mourns, praises, warns.'),
  }),
);
export const statementSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    kind: z.literal('statement').describe('Anything else that was said. Answers no question: the last resort.'),
    topic: z.enum(STATEMENT_TOPICS).describe('What it is about.'),
  }),
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
    paragraph: z.int().min(1).describe('Number of the paragraph, from 1.'),
    start: z.int().min(0).describe('First code point within the paragraph, from 0.'),
    end: z.int().min(1).describe('Code point after the last.'),
    sha256: sha256Schema.describe('SHA-256 of the passage in UTF-8: counterclaim passage prints the whole block.'),
  }),
);
export const evidenceSchema = /* @__PURE__ */ define(() =>
  z.union([
    z.strictObject({ passages: z.array(passageSchema).min(1).describe('Where in the text the claim stands.') }),
    z.strictObject({
      excerpt: z
        .literal(true)
        .describe('Only an excerpt of the document was seen: no position can be given. The source then has a url.'),
    }),
  ]),
);

export const relationsSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    repeats: claimIdSchema.describe('The same statement, however rendered or labelled.').optional(),
    supersedes: z
      .array(claimIdSchema)
      .min(1)
      .describe('Earlier claims of the same body that this one replaces.')
      .optional(),
    retracts: z
      .array(claimIdSchema)
      .min(1)
      .describe('Earlier claims of the same body that this one takes back.')
      .optional(),
    partOf: claimIdSchema.describe('The claim of whose number this number is a share.').optional(),
    respondsTo: z.array(claimIdSchema).min(1).describe('Claims to which it answers.').optional(),
  }),
);

export const claimSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: claimIdSchema.describe('<source-id>/<slug>: permanent.'),
    source: sourceIdSchema.describe('The document in which it was made.'),
    about: z
      .array(eventIdSchema)
      .min(1)
      .describe(
        'Events. Several: a quantity is then of all together and answers no single one; any other kind counts for each.',
      ),
    claimant: speakerSchema.describe(
      'Who asserts it, not who prints it: an actor, or { unnamed: two officials, of: their body }. Of a document’s own sentence, its publisher.',
    ),
    via: z.array(actorIdSchema).min(1).describe('Those that relayed it, nearest the claimant first.').optional(),
    channel: slugSchema.describe('The platform on which it was published: telegram.').optional(),
    wire: actorIdSchema.describe("Whose text the claim stands in, where it is not the source's.").optional(),
    said: edtfSchema.describe('When it was said in public: EDTF. Left out when nobody tells.').optional(),
    evidence: evidenceSchema.describe('Where in the document it stands; or that only an excerpt was seen.'),
    paraphrase: z
      .string()
      .min(1)
      .max(400)
      .describe('Our own words, one sentence, neutral. Never the document’s sentence.'),
    hedge: z
      .string()
      .min(1)
      .max(60)
      .describe("The document's hedging words, at most a few: allegedly, so far.")
      .optional(),
    modality: z
      .enum(MODALITIES)
      .describe(
        "The claimant's own certainty; the document's distance is hedge. In a record, asserted unless written.",
      ),
    basis: z
      .enum(BASES)
      .describe('Why a publication or dataset may speak in its own voice; without it the claim is a restatement.')
      .optional(),
    relations: relationsSchema.describe('How it stands to other claims.').optional(),
    body: claimBodySchema.describe('What is asserted, by kind.'),
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
