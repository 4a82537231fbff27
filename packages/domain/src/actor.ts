import { z } from 'zod';
import { editorialFields } from './correction.ts';
import { type ActorId, actorIdSchema } from './identifier.ts';
import { define } from './schema.ts';
import { edtfSchema } from './time.ts';

export const ACTOR_KINDS = [
  'state',
  'ministry',
  'agency',
  'military',
  'command',
  'police',
  'court',
  'office',
  'embassy',
  'international-organisation',
  'armed-group',
  'party',
  'ngo',
  'hospital',
  'company',
  'community',
  'publication',
  'dataset',
  'outlet',
  'office-holder',
] as const;

export const actorKindSchema = /* @__PURE__ */ define(() =>
  z
    .enum(ACTOR_KINDS)
    .describe(
      'What the actor is. An office-holder or an outlet has no voice of its own: it speaks for the body above it. What a publication or dataset says in its own voice is a restatement, unless a claim gives its basis.',
    ),
);
export type ActorKind = z.infer<typeof actorKindSchema>;

export const refsSchema = /* @__PURE__ */ define(() =>
  z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/),
      z.string().min(1).describe('The identifier there, as text: numbers in quotation marks.'),
    )
    .describe('Identifiers of the same thing elsewhere, by the name of the registry: wikidata, ucdp, acled.'),
);

export const aliasesSchema = /* @__PURE__ */ define(() =>
  z
    .array(
      z.strictObject({
        name: z.string().min(1).describe('Another name, in its own script.'),
        language: z.string().min(2).describe('BCP 47 tag of a name in another language: ps, fa, ar.').optional(),
      }),
    )
    .describe('Other names, by which it is searched and found.'),
);

export const actorSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: actorIdSchema.describe('The name of the file without .yml. Permanent: it is in addresses and citations.'),
    name: z
      .string()
      .min(1)
      .describe('Neutral name in English; never a label that one side gives the other, never a private person.'),
    aliases: aliasesSchema.optional(),
    kind: actorKindSchema,
    partOf: actorIdSchema
      .describe('The body for which an office-holder or outlet speaks, or the larger body of a body.')
      .optional(),
    from: edtfSchema.describe('Since when it exists or holds the office: EDTF, such as 2019 or 2019-04-16.').optional(),
    until: edtfSchema.describe('Until when it existed or held the office: EDTF.').optional(),
    refs: refsSchema.optional(),
    ...editorialFields,
  }),
);

/** A state, government body, armed group, organisation, office-holder or publication; never a private person. */
export type Actor = z.infer<typeof actorSchema>;

/** Looks an actor up; `undefined` when the ledger does not hold it. */
export type ActorIndex = ReadonlyMap<ActorId, Actor>;

/** A named actor with the chain of bodies above it, nearest first. Ends at a body that is missing or met before. */
function chain(id: ActorId, actors: ActorIndex): ActorId[] {
  const ids: ActorId[] = [];
  for (let next: ActorId | undefined = id; next !== undefined && !ids.includes(next);) {
    ids.push(next);
    next = actors.get(next)?.partOf ?? undefined;
  }
  return ids;
}

/** Kinds that have no voice of their own: they speak for the body above them. */
const speaksForBody = (kind: ActorKind | undefined): boolean => kind === 'office-holder' || kind === 'outlet';

/** The nearest of an actor and its `partOf` that is neither office-holder nor outlet: whose word it is (rule `actor.body`). */
export function bodyOf(id: ActorId, actors: ActorIndex): ActorId {
  return chain(id, actors).find((candidate) => !speaksForBody(actors.get(candidate)?.kind)) ?? id;
}

/** The top of an actor's `partOf` chain: the party that attribution names (rule `actor.root`). */
export function rootOf(id: ActorId, actors: ActorIndex): ActorId {
  return chain(id, actors).at(-1) ?? id;
}

/** Whether two actors stand in one `partOf` chain or share a root, as a supersession requires. */
export function inOneChain(a: ActorId, b: ActorId, actors: ActorIndex): boolean {
  return rootOf(a, actors) === rootOf(b, actors);
}

/** Whether an actor compiles what others said: without a stated basis its claims are restatements. */
export const isCompiler = (actor: Actor | undefined): boolean =>
  actor?.kind === 'publication' || actor?.kind === 'dataset';
