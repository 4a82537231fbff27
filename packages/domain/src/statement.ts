import { type ActorIndex, bodyOf, isCompiler, rootOf } from './actor.ts';
import { type Claim, isNamed, quantityOf } from './claim.ts';
import { counts } from './correction.ts';
import { type ActorId, type ClaimId, type SourceId, sourceIdOf } from './identifier.ts';
import type { Dossier } from './ledger.ts';
import { indexById } from './ledger.ts';
import type { Source } from './source.ts';
import { type Instant, type Span, spanOf } from './time.ts';

/**
 * Who holds a position: a body's id, `unnamed of <id>`, or `<label>, to <origin>` for an unnamed person.
 * Shown through `actor` where there is one.
 */
export type Owner = string;

/** A claim with everything about it that the derivation asks for, worked out once. */
export interface Utterance {
  readonly claim: Claim;
  /** The claim whose statement this one repeats; itself when it repeats none. */
  readonly top: ClaimId;
  readonly owner: Owner;
  /** The body, publication or dataset whose word it is, or for which an unnamed person spoke. */
  readonly actor: ActorId | null;
  /** The party at the top of `actor`. */
  readonly root: ActorId | null;
  /** Whose text it stands in: the first relay, else the wire, else the publisher. */
  readonly origin: ActorId | null;
  /** A compiler's claim without a basis of its own: it passes on what others said. */
  readonly restates: boolean;
  /** When it was said, where somebody tells. */
  readonly said: Span | null;
  /** From when on a reader could know its statement, by its earliest claim; infinite when no date is given. */
  readonly known: Instant;
}

/** The claims of a dossier as utterances, with the event's own beginning. */
export interface Utterances {
  readonly all: readonly Utterance[];
  readonly byId: ReadonlyMap<ClaimId, Utterance>;
  readonly actors: ActorIndex;
  readonly eventStart: Instant;
}

/** The first of a claim's relays, else its wire, else its publisher: two papers with one wire text are one origin (rule `position.origins`). */
function originOf(claim: Claim, source: Source | undefined): ActorId | null {
  return claim.via?.[0] ?? claim.wire ?? source?.wire ?? source?.publisher ?? null;
}

function ownerOf(claim: Claim, origin: ActorId | null, actors: ActorIndex): { owner: Owner; actor: ActorId | null } {
  const { claimant } = claim;
  if (isNamed(claimant)) {
    const compiles = actors.get(claimant)?.kind === 'publication';
    // A newspaper's sentence taken from a wire is the wire's: ten papers hold one position.
    const actor = compiles && origin !== null ? origin : bodyOf(claimant, actors);
    return { owner: actor, actor };
  }
  if (claimant.of !== undefined) return { owner: `unnamed of ${claimant.of}`, actor: claimant.of };
  return { owner: origin === null ? claimant.unnamed : `${claimant.unnamed}, to ${origin}`, actor: null };
}

/** The claim at the root of a chain of repeats; a chain that runs in a circle ends at its smallest id. */
function topOf(claim: Claim, claims: ReadonlyMap<ClaimId, Claim>): ClaimId {
  const seen: ClaimId[] = [];
  let current = claim;
  for (;;) {
    if (seen.includes(current.id)) return seen.slice(seen.indexOf(current.id)).sort()[0] ?? claim.id;
    seen.push(current.id);
    const next = current.relations?.repeats === undefined ? undefined : claims.get(current.relations.repeats);
    if (next === undefined) return current.id;
    current = next;
  }
}

/** A dossier is asked for its utterances again by everything that is derived of it, and never changes. */
const workedOut = new WeakMap<Dossier, Utterances>();

/** Works out, for each claim of a dossier, whose word it is, when it was said and when it became known. */
export function utterancesOf(dossier: Dossier): Utterances {
  let utterances = workedOut.get(dossier);
  if (utterances === undefined) workedOut.set(dossier, (utterances = workOut(dossier)));
  return utterances;
}

function workOut(dossier: Dossier): Utterances {
  const { zone } = dossier.event;
  const sources = indexById<Source>(dossier.sources) as ReadonlyMap<SourceId, Source>;
  const counted = dossier.claims.filter((claim) => counts(claim, sources.get(claim.source)));
  const claims = indexById(counted);
  const actors: ActorIndex = indexById(dossier.actors);
  const spans = new Map<string, Span>();
  const span = (edtf: string): Span => {
    let found = spans.get(edtf);
    if (found === undefined) spans.set(edtf, (found = spanOf(edtf, zone)));
    return found;
  };
  const utterances = counted.map((claim): Utterance => {
    const source = sources.get(claim.source) ?? sources.get(sourceIdOf(claim.id));
    const origin = originOf(claim, source);
    const { owner, actor } = ownerOf(claim, origin, actors);
    const said = claim.said === undefined ? null : span(claim.said);
    const published = source?.published === undefined ? Infinity : span(source.published).end;
    return {
      claim,
      top: topOf(claim, claims),
      owner,
      actor,
      root: actor === null ? null : rootOf(actor, actors),
      origin,
      restates: isNamed(claim.claimant) && isCompiler(actors.get(claim.claimant)) && claim.basis === undefined,
      said,
      known: Math.min(said?.end ?? Infinity, published),
    };
  });
  // Rule asof.known: a statement is known as a whole from its earliest claim on.
  const known = new Map<ClaimId, Instant>();
  for (const { top, known: own } of utterances) known.set(top, Math.min(own, known.get(top) ?? Infinity));
  const all = utterances.map((utterance) => ({ ...utterance, known: known.get(utterance.top) ?? utterance.known }));
  return {
    all,
    byId: new Map(all.map((utterance) => [utterance.claim.id, utterance])),
    actors,
    eventStart: spanOf(dossier.event.time, zone).start,
  };
}

/** Whether a statement answers questions of one event: predictions do not, nor do numbers given for several events together. */
export function holdsPosition(top: Claim): boolean {
  if (top.modality === 'predicted') return false;
  return quantityOf(top.body) === undefined || top.about.length === 1;
}
