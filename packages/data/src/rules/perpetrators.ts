import type { Rule } from './rule.ts';

export const perpetrators: Rule = {
  id: 'perpetrators',
  wants: 'A count of perpetrators does not say that it includes them.',
  check(records, report) {
    for (const { field } of records.eachClaim()) {
      const body = field.get('body');
      if (body.get('persons').text !== 'perpetrators' || body.get('includesPerpetrators').value !== true) continue;
      report(
        body.get('includesPerpetrators'),
        'a count of perpetrators says that it includes them',
        'take includesPerpetrators away, or correct persons',
        'key',
      );
    }
  },
};
