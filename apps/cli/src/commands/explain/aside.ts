import {
  answersOf,
  type Assessment,
  type Claim,
  type ClaimId,
  counts,
  holdsPosition,
  indexById,
  type RuleId,
  RULES,
  type Utterance,
  utterancesOf,
} from '@counterclaim/domain';
import { formatCount } from '@counterclaim/domain/words';
import type { Teller } from './teller.ts';

/** Why a claim is in no position, and the rule that says so. */
type Reason = readonly [why: string, rule: RuleId];

/** Claims that positions hold or held. */
function positioned({ questions }: Assessment): Set<ClaimId> {
  const claims = new Set<ClaimId>();
  for (const { held, past } of questions.flatMap(({ positions }) => positions)) {
    for (const answer of [...held, ...past]) for (const claim of answer.claims) claims.add(claim);
  }
  return claims;
}

function reasonFor({ restates }: Utterance, top: Claim, { names }: Teller): Reason {
  if (answersOf(top, names.actors).length === 0) return ['answering no question', 'question.key'];
  if (top.modality === 'predicted') return ['predicted', 'position.current'];
  if (!holdsPosition(top)) return ['a number of several events together', 'question.key'];
  if (restates) return ['passing on what others answer for themselves', 'claim.restatement'];
  return ['superseded or retracted by their speakers, or repeating what was', 'position.current'];
}

/** Tells which claims are in no position, and why; and which may have been made by then but were not known. */
export function tellAside(teller: Teller, assessment: Assessment): void {
  const { page, dossier } = teller;
  const asOf = assessment.asOf === null ? Infinity : Date.parse(assessment.asOf);
  const known = positioned(assessment);
  const { all, byId } = utterancesOf(dossier);
  const pending = new Set(assessment.pending);
  const groups = new Map<string, { reason: Reason; claims: ClaimId[] }>();
  const add = (reason: Reason, claim: ClaimId): void => {
    const [why] = reason;
    const group = groups.get(why);
    if (group === undefined) groups.set(why, { reason, claims: [claim] });
    else group.claims.push(claim);
  };
  let later = 0;
  for (const utterance of all) {
    const { id } = utterance.claim;
    if (known.has(id)) continue;
    if (utterance.known <= asOf)
      add(reasonFor(utterance, byId.get(utterance.top)?.claim ?? utterance.claim, teller), id);
    else if (pending.has(id)) add(['perhaps made by then, not yet known', 'asof.pending'], id);
    else later += 1;
  }
  const sources = indexById(dossier.sources);
  for (const claim of dossier.claims) {
    const source = sources.get(claim.source);
    if (counts(claim, source)) continue;
    const taken = claim.retracted ?? source?.retracted;
    add([`retracted by the ledger on ${taken?.date ?? ''} (${taken?.reason ?? ''})`, 'claim.retracted'], claim.id);
  }
  if (groups.size === 0 && later === 0) return;
  page.gap().add(page.paint('bold', 'in no position'));
  for (const {
    reason: [why, rule],
    claims,
  } of groups.values()) {
    page.add(`${why}: ${formatCount(claims.length, 'claim')} ${page.paint('dim', `(${rule}@${RULES[rule]})`)}`, 2);
    for (const claim of claims) teller.claim(claim, '', 6);
  }
  if (later > 0) {
    page.add(
      `made or known later: ${formatCount(later, 'claim')} ${page.paint('dim', `(asof.known@${RULES['asof.known']})`)}`,
      2,
    );
  }
}
