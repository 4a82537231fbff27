import { type Claim, type ClaimBody, isNamed, type NamedAuthor } from './claim.ts';
import type { ClaimId } from './identifier.ts';
import { sourceIdOf } from './identifier.ts';
import type { Ledger } from './ledger.ts';
import { type RecordType, type Redirect, redirectOf } from './redirect.ts';

/** Leads the id of a record of a type to the id that it bears now. */
type Lead = <Id extends string>(type: RecordType, id: Id) => Id;

const leadBy = (redirects: readonly Redirect[]): Lead => {
  const known = new Map<string, string>();
  return <Id extends string>(type: RecordType, id: Id): Id => {
    const key = `${type} ${id}`;
    let to = known.get(key);
    if (to === undefined) known.set(key, (to = redirectOf(redirects, type, id)?.to ?? id));
    return to as Id;
  };
};

/** A value with some fields put through a function; a field that is absent stays so. */
function withFields<Value extends object>(
  value: Value,
  fields: { readonly [Key in keyof Value]?: (held: NonNullable<Value[Key]>) => Value[Key] },
): Value {
  const changed = { ...value };
  for (const [key, change] of Object.entries(fields) as [keyof Value, (held: unknown) => Value[keyof Value]][]) {
    const held = value[key];
    if (held !== undefined) changed[key] = change(held);
  }
  return changed;
}

function followAuthor<Author extends NamedAuthor>(author: Author, lead: Lead): Author {
  if (isNamed(author)) return lead('actor', author);
  if (typeof author !== 'object' || author.of === undefined) return author;
  return { ...author, of: lead('actor', author.of) };
}

function followBody(body: ClaimBody, lead: Lead): ClaimBody {
  switch (body.kind) {
    case 'responsibility':
      return { ...body, actors: body.actors.map((author) => followAuthor(author, lead)) };
    case 'parties':
      return { ...body, sides: body.sides.map((side) => followAuthor(side, lead)) };
    case 'casualties':
      return withFields(body, { of: (id) => lead('actor', id), scope: (id) => lead('place', id) });
    case 'count':
      return withFields(body, { by: (id) => lead('actor', id), scope: (id) => lead('place', id) });
    case 'munitions':
    case 'damage':
      return withFields(body, { scope: (id) => lead('place', id) });
    case 'location':
      return { ...body, place: lead('place', body.place) };
    case 'launch':
      return 'place' in body.from ? { ...body, from: { place: lead('place', body.from.place) } } : body;
    case 'target':
      return {
        ...body,
        target:
          'place' in body.target
            ? { place: lead('place', body.target.place) }
            : { actor: lead('actor', body.target.actor) },
      };
    case 'weapon':
    case 'time':
    case 'occurrence':
    case 'reaction':
    case 'statement':
      return body;
  }
}

function followClaim(claim: Claim, lead: Lead): Claim {
  const claims = (ids: ClaimId[]): ClaimId[] => ids.map((id) => lead('claim', id));
  const id = lead('claim', claim.id);
  return withFields(
    { ...claim, id, source: sourceIdOf(id), body: followBody(claim.body, lead) },
    {
      about: (ids) => ids.map((event) => lead('event', event)),
      claimant: (claimant) => followAuthor(claimant, lead),
      via: (ids) => ids.map((actor) => lead('actor', actor)),
      wire: (actor) => lead('actor', actor),
      relations: (relations) =>
        withFields(relations, {
          repeats: (top) => lead('claim', top),
          supersedes: claims,
          retracts: claims,
          partOf: (whole) => lead('claim', whole),
          respondsTo: claims,
        }),
    },
  );
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Records under their new ids. Of several that became one, the one stays that bore the id before, else the first. */
function renamed<Item extends { readonly id: string }>(items: readonly Item[], rename: (item: Item) => Item): Item[] {
  const found = new Map<string, { was: string; item: Item }>();
  for (const before of items) {
    const item = rename(before);
    if (!found.has(item.id) || before.id === item.id) found.set(item.id, { was: before.id, item });
  }
  return [...found.values()].map(({ item }) => item).sort(byId);
}

/**
 * The same records under the ids to which redirects lead, wherever a record bears or names one: what a ledger would have
 * been, had its records always been called so. Corrections keep the words in which they were written.
 *
 * @returns The ledger with the digest it had; itself where no redirect leads from any of its ids.
 */
export function followRedirects(ledger: Ledger, redirects: readonly Redirect[]): Ledger {
  if (redirects.length === 0) return ledger;
  const lead = leadBy(redirects);
  return {
    ...ledger,
    actors: renamed(ledger.actors, (actor) =>
      withFields(actor, { id: (id) => lead('actor', id), partOf: (id) => lead('actor', id) }),
    ),
    places: renamed(ledger.places, (place) =>
      withFields(place, { id: (id) => lead('place', id), within: (id) => lead('place', id) }),
    ),
    events: renamed(ledger.events, (event) =>
      withFields(event, {
        id: (id) => lead('event', id),
        partOf: (id) => lead('event', id),
        places: (places) => places.map(({ place, role }) => ({ place: lead('place', place), role })),
      }),
    ),
    sources: renamed(ledger.sources, (source) =>
      withFields(source, {
        id: (id) => lead('source', id),
        publisher: (id) => lead('actor', id),
        wire: (id) => lead('actor', id),
      }),
    ),
    claims: renamed(ledger.claims, (claim) => followClaim(claim, lead)),
  };
}
