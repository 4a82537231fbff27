import { type Ledger, type LedgerItem, ledgerSchema } from '@counterclaim/domain';
import type { Decoded, Problem } from '../src/codec.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** What was decoded, as a ledger that keeps the domain's schema, with the problems. */
export function ledgerOf(decoded: Iterable<Decoded>, dataset: string): { ledger: Ledger; problems: Problem[] } {
  const problems: Problem[] = [];
  const lists: Record<LedgerItem['type'], { readonly id: string }[]> = {
    actor: [],
    place: [],
    source: [],
    event: [],
    claim: [],
    redirect: [],
  };
  for (const each of decoded) {
    if (each.type === 'problem') problems.push(each.problem);
    else for (const item of each.items) if (item.type !== 'redirect') lists[item.type].push(item.value);
  }
  for (const [type, items] of Object.entries(lists)) {
    items.sort(byId);
    const twice = items.find(({ id }, index) => id === items[index - 1]?.id);
    if (twice !== undefined) throw new Error(`${type} ${twice.id} is given twice`);
  }
  const ledger = ledgerSchema.parse({
    dataset,
    digest: '0'.repeat(64),
    actors: lists.actor,
    places: lists.place,
    events: lists.event,
    sources: lists.source,
    claims: lists.claim,
    redirects: [],
  });
  return { ledger, problems };
}

/** Names that records give to others, and that nothing in the ledger has. */
export function dangling({ actors, places, events, sources, claims }: Ledger): string[] {
  const known = new Set<string>([...actors, ...places, ...events, ...sources, ...claims].map(({ id }) => id));
  const named = [
    ...places.flatMap(({ within }) => within ?? []),
    ...events.flatMap((event) => event.places.map(({ place }) => place)),
    ...sources.map(({ publisher }) => publisher),
    ...claims.flatMap(({ source, about, claimant, relations, body }) => [
      source,
      ...about,
      ...(typeof claimant === 'string' ? [claimant] : []),
      ...(relations?.partOf === undefined ? [] : [relations.partOf]),
      ...(body.kind === 'parties' ? body.sides : body.kind === 'responsibility' ? body.actors : []).filter(
        (actor) => typeof actor === 'string',
      ),
      ...(body.kind === 'casualties' && body.of !== undefined ? [body.of] : []),
    ]),
  ];
  return named.filter((id) => !known.has(id));
}
