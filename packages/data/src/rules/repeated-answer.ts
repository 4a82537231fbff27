import { type Json, sameValue } from '@counterclaim/domain';
import { quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import type { Rule } from './rule.ts';

/** What an answer is of: where it differs, another question is answered. */
const QUESTION = ['outcome', 'persons', 'of', 'scope', 'class', 'fate', 'measure', 'by', 'at', 'what'] as const;
/** What it is. A number may be rendered with another hedge, and a clock time be rounded; a none is no number. */
const ANSWER = ['stance', 'actors', 'sides', 'happened', 'place', 'from', 'target', 'relation'] as const;

const NUMBERLESS = new Set(['none', 'none-known', 'unquantified']);

/** The number that a quantity states, whatever its hedge. */
function number(body: Field): Json {
  const quantity = body.get('quantity');
  const bound = quantity.get('bound').text;
  if (bound === undefined || NUMBERLESS.has(bound)) return bound ?? null;
  return ['value', 'min', 'max'].map((key) => quantity.get(key).number ?? null);
}

const written = (value: unknown): string => (value === undefined ? 'none' : quote(value));

/** In what two bodies differ, in words; `undefined` where they give one answer. */
function difference(body: Field, other: Field): string | undefined {
  for (const key of [...QUESTION, ...ANSWER]) {
    const [a, b] = [body.get(key).value, other.get(key).value];
    if (!sameValue((a ?? null) as Json, (b ?? null) as Json)) return `${key} is ${written(a)}, and ${written(b)} in`;
  }
  if (sameValue(number(body), number(other))) return undefined;
  return `the quantity is ${quote(body.get('quantity').value)}, and ${quote(other.get('quantity').value)} in`;
}

export const repeatedAnswer: Rule = {
  id: 'repeated-answer',
  wants:
    'A claim that repeats another answers the same question with the same number or stance; hedge, weapon, clock time and words may differ.',
  excusable: true,
  check(records, report) {
    for (const { field } of records.eachClaim()) {
      const named = field.get('relations').get('repeats');
      const target = records.claim(named.text);
      const body = field.get('body');
      const other = target?.field.get('body');
      // A claim of another kind is for `repeats` to tell.
      if (target === undefined || other === undefined || body.get('kind').text !== other.get('kind').text) continue;
      const differs = difference(body, other);
      if (differs === undefined) continue;
      report(
        named,
        `${differs} ${target.id}, which it repeats`,
        'take repeats away where it is a statement of its own, or correct one of the two',
      );
    }
  },
};
