import type { Claim, ClaimId } from '@counterclaim/domain';

/** Claims that stand in one relation to a claim. */
export interface Relation {
  /** From the claim's side: "Repeats", "Superseded by". */
  readonly label: string;
  readonly claims: readonly Claim[];
}

const list = (value: ClaimId | readonly ClaimId[] | undefined): readonly ClaimId[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const RELATIONS = [
  { field: 'repeats', to: 'Repeats', from: 'Repeated by' },
  { field: 'supersedes', to: 'Supersedes', from: 'Superseded by' },
  { field: 'retracts', to: 'Retracts', from: 'Retracted by' },
  { field: 'partOf', to: 'A part of', from: 'Parts of its number' },
  { field: 'respondsTo', to: 'Responds to', from: 'Answered by' },
] as const;

/** A claim's relations both ways: what it says of others, and what others say of it. */
export function relationsOf(claim: Claim, related: readonly Claim[]): Relation[] {
  return RELATIONS.flatMap(({ field, to, from }) => [
    { label: to, claims: related.filter(({ id }) => list(claim.relations?.[field]).includes(id)) },
    { label: from, claims: related.filter(({ relations }) => list(relations?.[field]).includes(claim.id)) },
  ]).filter(({ claims }) => claims.length > 0);
}
