import {
  type Claim,
  type ClaimId,
  counts,
  indexById,
  type Ledger,
  type Source,
  type SourceId,
  spanOf,
} from '@counterclaim/domain';

/** What a claim's node says of other claims. */
export interface StatementIndex {
  /** The documents in which the statement of a root claim appears: its own and those that repeat it. Sorted. */
  readonly appearances: (claim: Claim) => readonly SourceId[];
  /** The first published of them, where dates tell. */
  readonly first: (claim: Claim) => SourceId | undefined;
  /** Claims by which their claimant took another back. Sorted. */
  readonly retractedBy: (claim: ClaimId) => readonly ClaimId[];
}

/** The claim at the root of a chain of repeats. A chain that runs in a circle has no root: each claim is then its own. */
function rootOf(claim: Claim, claims: ReadonlyMap<ClaimId, Claim>): ClaimId {
  const seen = new Set<ClaimId>();
  let current = claim;
  for (;;) {
    if (seen.has(current.id)) return claim.id;
    seen.add(current.id);
    const next = current.relations?.repeats === undefined ? undefined : claims.get(current.relations.repeats);
    if (next === undefined) return current.id;
    current = next;
  }
}

/** Until when a document had been published at the latest; a day without a zone is one in UTC. */
const publishedBy = (source: Source | undefined): number =>
  source?.published === undefined ? Infinity : spanOf(source.published, 'UTC').end;

const push = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

/** Indexes a ledger's claims by statement and by retraction; claims that the ledger took back appear nowhere. */
export function indexStatements({ claims, sources }: Ledger): StatementIndex {
  const byId = indexById(claims);
  const documents = indexById(sources);
  const statements = new Map<ClaimId, SourceId[]>();
  const retractions = new Map<ClaimId, ClaimId[]>();
  for (const claim of claims) {
    if (!counts(claim, documents.get(claim.source))) continue;
    push(statements, rootOf(claim, byId), claim.source);
    for (const id of claim.relations?.retracts ?? []) push(retractions, id, claim.id);
  }
  const appearances = ({ id, source }: Claim): SourceId[] =>
    [...new Set([source, ...(statements.get(id) ?? [])])].sort();
  return {
    appearances,
    first: (claim) => {
      const dated = appearances(claim)
        .map((id) => ({ id, by: publishedBy(documents.get(id)) }))
        .sort((a, b) => a.by - b.by || (a.id < b.id ? -1 : 1))[0];
      return dated === undefined || dated.by === Infinity ? undefined : dated.id;
    },
    retractedBy: (id) => [...new Set(retractions.get(id) ?? [])].sort(),
  };
}
