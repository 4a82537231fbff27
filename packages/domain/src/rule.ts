import type { ClaimId } from './identifier.ts';

/**
 * Every counting rule, with its version. A version rises when the same claims would give another answer.
 * Each id is a heading of `docs/methodology.md`, where the rule is explained for readers.
 */
export const RULES = {
  'actor.body': 1,
  'actor.root': 1,
  'asof.instant': 1,
  'asof.known': 1,
  'asof.pending': 1,
  'agreement.agreed': 1,
  'agreement.compatible': 1,
  'agreement.disputed': 1,
  'agreement.listed': 1,
  'agreement.single': 1,
  'agreement.unsettled': 1,
  'attribution.accused': 1,
  'attribution.accused-and-denied': 1,
  'attribution.claimed': 1,
  'attribution.contested': 1,
  'attribution.multiple-claims': 1,
  'attribution.parties-only': 1,
  'attribution.unclaimed': 1,
  'breakdown.remainder': 1,
  'claim.restatement': 1,
  'claim.retracted': 1,
  'claim.statement': 1,
  'position.current': 1,
  'position.course': 1,
  'position.floor': 1,
  'position.origins': 1,
  'position.owner': 1,
  'quantity.interval': 1,
  'quantity.stated': 1,
  'question.key': 1,
  'range.stated': 1,
  'time.span': 1,
} as const;

export type RuleId = keyof typeof RULES;

/** Why a derived value is what it is: the rule, and the claims it was applied to. */
export interface Because {
  readonly rule: RuleId;
  readonly version: number;
  readonly claims: readonly ClaimId[];
}

/** States a reason; the claims come sorted, so that their order in the ledger never shows. */
export const because = (rule: RuleId, claims: Iterable<ClaimId>): Because => ({
  rule,
  version: RULES[rule],
  claims: [...new Set(claims)].sort(),
});
