import { z } from 'zod';
import { failure, type Result, success } from './result.ts';
import { define } from './schema.ts';

/** Lower-case ASCII words and numbers joined by single hyphens: readable, permanent, safe in URLs. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const CLAIM_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Longest identifier accepted, in characters. Keeps URLs and index keys short. */
export const MAXIMUM_ID_LENGTH = 120;

export const slugSchema = /* @__PURE__ */ define(() =>
  z.string().regex(SLUG).max(MAXIMUM_ID_LENGTH).describe('Lower-case letters, digits and single hyphens.'),
);
export const actorIdSchema = /* @__PURE__ */ define(() =>
  slugSchema.describe('Id of an actor: the name of its file.').brand<'ActorId'>(),
);
export const placeIdSchema = /* @__PURE__ */ define(() =>
  slugSchema.describe('Id of a place: the name of its file.').brand<'PlaceId'>(),
);
export const eventIdSchema = /* @__PURE__ */ define(() =>
  slugSchema.describe('Id of an event: the name of its file.').brand<'EventId'>(),
);
export const sourceIdSchema = /* @__PURE__ */ define(() =>
  slugSchema.describe('Id of a source: the name of its file.').brand<'SourceId'>(),
);
export const claimIdSchema = /* @__PURE__ */ define(() =>
  z
    .string()
    .regex(CLAIM_ID)
    .max(2 * MAXIMUM_ID_LENGTH + 1)
    .describe('Id of a claim: <source-id>/<slug>.')
    .brand<'ClaimId'>(),
);

export type ActorId = z.infer<typeof actorIdSchema>;
export type PlaceId = z.infer<typeof placeIdSchema>;
export type EventId = z.infer<typeof eventIdSchema>;
export type SourceId = z.infer<typeof sourceIdSchema>;
/** `<source-id>/<slug>`. */
export type ClaimId = z.infer<typeof claimIdSchema>;

/** Whether a text has the shape of an identifier of an actor, a place, an event or a source. */
export const isSlug = (text: string): boolean => text.length <= MAXIMUM_ID_LENGTH && SLUG.test(text);

interface IdentifierOperations<Id extends string> {
  /** Whether the text has the identifier's shape. */
  readonly is: (text: string) => text is Id;
  /** The identifier, or why the text is none. */
  readonly parse: (text: string) => Result<Id>;
  /** The identifier; throws a `TypeError` when the text is none. For literals and tests. */
  readonly ensure: (text: string) => Id;
}

function operationsOf<Id extends string>(
  what: string,
  shape: string,
  test: (text: string) => boolean,
): IdentifierOperations<Id> {
  const is = (text: string): text is Id => test(text);
  const parse = (text: string): Result<Id> =>
    is(text) ? success(text) : failure(`${JSON.stringify(text)} is not ${what}: write ${shape}`);
  const ensure = (text: string): Id => {
    const result = parse(text);
    if (!result.ok) throw new TypeError(result.error);
    return result.value;
  };
  return { is, parse, ensure };
}

const slugShape = 'lower-case letters, digits and single hyphens';
const actorId = /* @__PURE__ */ operationsOf<ActorId>('an actor id', slugShape, isSlug);
const placeId = /* @__PURE__ */ operationsOf<PlaceId>('a place id', slugShape, isSlug);
const eventId = /* @__PURE__ */ operationsOf<EventId>('an event id', slugShape, isSlug);
const sourceId = /* @__PURE__ */ operationsOf<SourceId>('a source id', slugShape, isSlug);
const claimId = /* @__PURE__ */ operationsOf<ClaimId>('a claim id', '<source-id>/<slug>', (text) =>
  CLAIM_ID.test(text),
);

export const { is: isActorId, parse: parseActorId, ensure: ensureActorId } = actorId;
export const { is: isPlaceId, parse: parsePlaceId, ensure: ensurePlaceId } = placeId;
export const { is: isEventId, parse: parseEventId, ensure: ensureEventId } = eventId;
export const { is: isSourceId, parse: parseSourceId, ensure: ensureSourceId } = sourceId;
export const { is: isClaimId, parse: parseClaimId, ensure: ensureClaimId } = claimId;

/** The claim `slug` of a source: its permanent identifier. */
export const claimIdOf = (source: SourceId, slug: string): ClaimId => ensureClaimId(`${source}/${slug}`);

/** The source in which a claim was made, read from the claim's identifier. */
export const sourceIdOf = (claim: ClaimId): SourceId => claim.slice(0, claim.indexOf('/')) as SourceId;
