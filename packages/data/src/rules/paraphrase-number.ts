import { oneOf } from '../problem/phrase.ts';
import { numbersIn } from './number-words.ts';
import type { Rule } from './rule.ts';

export const paraphraseNumber: Rule = {
  id: 'paraphrase-number',
  wants:
    'The paraphrase of a claim speaks of the numbers that its quantity has, so that what is read is what is counted.',
  excusable: true,
  check(records, report) {
    for (const { field } of records.eachClaim()) {
      const paraphrase = field.get('paraphrase');
      if (paraphrase.text === undefined) continue;
      const spoken = numbersIn(paraphrase.text);
      const quantity = field.get('body').get('quantity');
      for (const key of ['value', 'min', 'max']) {
        const { number } = quantity.get(key);
        // What no quantity may be is for `shape` to tell.
        if (number === undefined || number < 1 || spoken.has(number)) continue;
        report(
          quantity.get(key),
          `the paraphrase does not speak of ${number}${spoken.size === 0 ? '' : `, but of ${oneOf([...spoken].map(String))}`}`,
          'correct the number or the paraphrase: a sum or difference of ours is no claim',
        );
      }
    }
  },
};
