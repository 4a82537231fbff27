import { isEdtf, spanOf } from '@counterclaim/domain';
import { quote } from '../problem/phrase.ts';
import type { Rule } from './rule.ts';

export const inOffice: Rule = {
  id: 'in-office',
  wants: 'Who speaks as an office-holder holds the office at the time, as far as the actor’s from and until tell.',
  excusable: true,
  check(records, report) {
    for (const { field } of records.eachClaim()) {
      const claimant = field.get('claimant');
      const said = field.get('said').text;
      const actor = records.record('actors', claimant.text);
      if (said === undefined || actor === undefined || !isEdtf(said)) continue;
      const [from, until] = [actor.get('from').text, actor.get('until').text];
      const span = spanOf(said, 'UTC');
      const early = from !== undefined && isEdtf(from) && span.end <= spanOf(from, 'UTC').start;
      const late = until !== undefined && isEdtf(until) && span.start >= spanOf(until, 'UTC').end;
      if (!early && !late) continue;
      report(
        claimant,
        `${quote(actor.file.id)} ${early ? `held the office from ${from}` : `held the office until ${until ?? ''}`}, and this was said ${said}`,
        'name who held it then, or correct the dates',
      );
    }
  },
};
