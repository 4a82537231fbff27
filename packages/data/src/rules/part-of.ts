import { type Outcome, widerOutcomes } from '@counterclaim/domain';
import { quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import { shareEvent } from './relation.ts';
import type { Rule } from './rule.ts';

const NUMBERED: Readonly<Record<string, string | null>> = { casualties: null, munitions: 'class', count: 'measure' };
/** What may tell a part from its whole: a breakdown adds up the parts that differ in one of these. */
const DIFFERING = ['scope', 'persons', 'of', 'outcome', 'fate', 'by'] as const;

/** Why one number is no share of the other, or `null`. */
function unlike(part: Field, whole: Field): string | null {
  const kind = part.get('kind').text;
  const other = whole.get('kind').text;
  if (kind === undefined || other === undefined) return null;
  if (kind !== other) return `a claim of kind ${quote(kind)} is no part of one of kind ${quote(other)}`;
  const counted = NUMBERED[kind];
  if (counted === undefined) return `a claim of kind ${quote(kind)} has no number that could have parts`;
  if (counted !== null && part.get(counted).text !== whole.get(counted).text) {
    return `${quote(part.get(counted).value)} are no part of ${quote(whole.get(counted).value)}`;
  }
  const outcome = part.get('outcome').text;
  const outcomeOfWhole = whole.get('outcome').text;
  if (outcome !== outcomeOfWhole && !widerOutcomes(outcome as Outcome).some((wider) => wider === outcomeOfWhole)) {
    return `the ${outcome ?? ''} are no part of the ${outcomeOfWhole ?? ''}`;
  }
  if (DIFFERING.every((key) => part.get(key).value === whole.get(key).value))
    return 'the part differs from the whole in nothing';
  return null;
}

export const partOf: Rule = {
  id: 'part-of',
  wants:
    'A part and its whole count the same kind of thing about an event in common, and differ in scope, persons, outcome or fate.',
  check(records, report) {
    for (const { id, field } of records.eachClaim()) {
      const named = field.get('relations').get('partOf');
      if (named.text === id) {
        report(named, 'the claim is part of itself', 'name the claim that gives the whole number');
        continue;
      }
      const whole = records.claim(named.text);
      if (whole === undefined) continue;
      const reason = unlike(field.get('body'), whole.field.get('body'));
      if (reason !== null)
        report(named, reason, 'name the claim of whose number this one is a share, or take partOf away');
      if (!shareEvent(field, whole.field)) {
        report(named, `${whole.id} is about another event`, 'name a whole about the same event, or correct about');
      }
    }
  },
};
