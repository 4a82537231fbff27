import type { Rule } from './rule.ts';

const CHAINS = [
  ['actors', 'partOf'],
  ['places', 'within'],
  ['events', 'partOf'],
] as const;

export const chain: Rule = {
  id: 'chain',
  wants: 'Nothing is part of itself, or lies within itself, at any distance.',
  check(records, report) {
    for (const [folder, key] of CHAINS) {
      for (const record of records.of(folder)) {
        const walked = [record.file.id];
        for (let next = record.get(key).text; next !== undefined; next = records.record(folder, next)?.get(key).text) {
          if (next === record.file.id) {
            report(
              record.get(key),
              `${[...walked, next].join(' → ')} is a circle`,
              `take ${key} away from one of them`,
            );
          }
          if (walked.includes(next)) break;
          walked.push(next);
        }
      }
    }
  },
};
