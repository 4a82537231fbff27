import { UNKNOWN } from '@counterclaim/domain';
import type { Rule } from './rule.ts';

export const reservedId: Rule = {
  id: 'reserved-id',
  wants: `No actor bears the id ${UNKNOWN}, the word for an author whom nobody names.`,
  check(records, report) {
    for (const actor of records.of('actors')) {
      if (actor.file.id !== UNKNOWN && actor.get('id').text !== UNKNOWN) continue;
      report(
        actor.get('id'),
        `an actor bears the id ${UNKNOWN}`,
        'give it another: claims write it for an author whom nobody names',
      );
    }
  },
};
