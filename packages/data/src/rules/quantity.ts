import type { Rule } from './rule.ts';

export const quantity: Rule = {
  id: 'quantity',
  wants: 'A quantity between two numbers has the smaller as min, the larger as max, and best, if any, among them.',
  check(records, report) {
    for (const { field } of records.eachClaim()) {
      const between = field.get('body').get('quantity');
      if (between.get('bound').text !== 'between') continue;
      const [min, max, best] = [between.get('min'), between.get('max'), between.get('best')];
      if (min.number === undefined || max.number === undefined) continue;
      if (min.number > max.number) {
        report(min, `min ${min.number} is above max ${max.number}`, 'swap the two numbers');
      } else if (best.number !== undefined && (best.number < min.number || best.number > max.number)) {
        report(
          best,
          `best ${best.number} lies outside ${min.number} to ${max.number}`,
          'correct it, or take best away',
        );
      }
    }
  },
};
