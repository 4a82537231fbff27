import { quote } from '../problem/phrase.ts';
import { shareEvent } from './relation.ts';
import type { Rule } from './rule.ts';

export const repeats: Rule = {
  id: 'repeats',
  wants: 'A claim repeats another of its kind about an event of its own, never itself, and repeats run in no circle.',
  check(records, report) {
    for (const { id, field } of records.eachClaim()) {
      const named = field.get('relations').get('repeats');
      const target = records.claim(named.text);
      if (named.text === id) {
        report(named, 'the claim repeats itself', 'name the claim that said it first, or take repeats away');
        continue;
      }
      if (target === undefined) continue;
      const walked = [id];
      for (let next: string | undefined = named.text; next !== undefined && !walked.includes(next);) {
        walked.push(next);
        next = records.claim(next)?.field.get('relations').get('repeats').text;
        if (next === id) {
          report(
            named,
            `${[...walked, next].join(' → ')} is a circle`,
            'let all of them repeat the one that said it first',
          );
        }
      }
      const kind = field.get('body').get('kind');
      const other = target.field.get('body').get('kind');
      if (kind.text !== undefined && other.text !== undefined && kind.text !== other.text) {
        report(
          named,
          `a claim of kind ${quote(kind.text)} repeats one of kind ${quote(other.text)}`,
          'repeat the claim that gives the same answer',
        );
      }
      if (!shareEvent(field, target.field)) {
        report(named, `${target.id} is about another event`, 'repeat a claim about the same event, or correct about');
      }
    }
  },
};
