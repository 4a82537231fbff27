import type { ActorId, ClaimId } from './identifier.ts';
import type { DraftPosition, Positions } from './position.ts';
import { because, type Because } from './rule.ts';
import { UNKNOWN } from './claim.ts';
import type { Owner } from './statement.ts';

export const ATTRIBUTION_STATUSES = [
  'multiple-claims',
  'contested',
  'claimed',
  'accused-and-denied',
  'accused',
  'parties-only',
  'unclaimed',
] as const;

export type AttributionStatus = (typeof ATTRIBUTION_STATUSES)[number];

/** Party → the owners who say so, in alphabetical order. */
export type OwnersByParty = Readonly<Record<ActorId, readonly Owner[]>>;

/** What is said of who did it. Never a verdict: a list of who says so. */
export interface Attribution {
  readonly status: AttributionStatus;
  readonly claimed: OwnersByParty;
  readonly accused: OwnersByParty;
  readonly denied: OwnersByParty;
  readonly exonerated: OwnersByParty;
  readonly because: readonly Because[];
}

/** Stances that enter the lists; the rest (reports) are passed on by others. */
const LIST_OF_STANCE: Readonly<Record<string, 'claimed' | 'accused' | 'denied' | 'exonerated' | undefined>> = {
  claims: 'claimed',
  accuses: 'accused',
  suspects: 'accused',
  convicts: 'accused',
  denies: 'denied',
  exonerates: 'exonerated',
};

const PREFIX = 'responsibility:';

/** Who claims, stands accused, denies and is exonerated, and the status that follows (rules `attribution.*`). */
export function attributionOf(positions: Positions): Attribution {
  const lists = {
    claimed: new Map<ActorId, DraftPosition[]>(),
    accused: new Map<ActorId, DraftPosition[]>(),
    denied: new Map<ActorId, DraftPosition[]>(),
    exonerated: new Map<ActorId, DraftPosition[]>(),
  };
  for (const [key, owners] of positions) {
    const party = key.startsWith(PREFIX) ? (key.slice(PREFIX.length) as ActorId) : null;
    if (party === null || party === (UNKNOWN as string)) continue;
    for (const position of owners.values()) {
      if (position.restatement === true) continue;
      for (const answer of position.answers) {
        const list = typeof answer === 'string' ? LIST_OF_STANCE[answer] : undefined;
        if (list === undefined) continue;
        const present = lists[list].get(party);
        if (present === undefined) lists[list].set(party, [position]);
        else if (!present.includes(position)) present.push(position);
      }
    }
  }
  const { status, claims } = statusOf(lists, positions);
  return {
    status,
    claimed: ownersByParty(lists.claimed),
    accused: ownersByParty(lists.accused),
    denied: ownersByParty(lists.denied),
    exonerated: ownersByParty(lists.exonerated),
    because: [because(`attribution.${status}`, claims)],
  };
}

type Lists = Readonly<
  Record<'claimed' | 'accused' | 'denied' | 'exonerated', ReadonlyMap<ActorId, readonly DraftPosition[]>>
>;

/** The first status that fits, with the claims that decide it. */
function statusOf(lists: Lists, positions: Positions): { status: AttributionStatus; claims: ClaimId[] } {
  const { claimed, accused, denied, exonerated } = lists;
  const claimsOf = (list: ReadonlyMap<ActorId, readonly DraftPosition[]>, parties: Iterable<ActorId>): ClaimId[] =>
    [...parties].flatMap((party) => (list.get(party) ?? []).flatMap((position) => [...position.claims]));
  const [claimer, second] = claimed.keys();
  if (second !== undefined) return { status: 'multiple-claims', claims: claimsOf(claimed, claimed.keys()) };
  if (claimer !== undefined) {
    const others = [...accused.keys()].filter((party) => party !== claimer);
    const clearedByOthers = (exonerated.get(claimer) ?? []).filter(({ root }) => root !== claimer);
    const own = claimsOf(claimed, [claimer]);
    return others.length > 0 || clearedByOthers.length > 0
      ? {
          status: 'contested',
          claims: [...own, ...claimsOf(accused, others), ...clearedByOthers.flatMap(({ claims }) => [...claims])],
        }
      : { status: 'claimed', claims: own };
  }
  const denying = [...accused.keys()].filter((party) => denied.has(party));
  if (denying.length > 0) {
    return { status: 'accused-and-denied', claims: [...claimsOf(accused, denying), ...claimsOf(denied, denying)] };
  }
  if (accused.size > 0) return { status: 'accused', claims: claimsOf(accused, accused.keys()) };
  const parties = positions.get('parties');
  if (parties !== undefined && parties.size > 0) {
    return { status: 'parties-only', claims: [...parties.values()].flatMap(({ claims }) => [...claims]) };
  }
  return { status: 'unclaimed', claims: [] };
}

function ownersByParty(list: ReadonlyMap<ActorId, readonly DraftPosition[]>): OwnersByParty {
  const parties = [...list].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(parties.map(([party, positions]) => [party, positions.map(({ owner }) => owner).sort()]));
}
