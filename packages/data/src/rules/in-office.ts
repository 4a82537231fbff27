import { isEdtf, spanOf } from '@counterclaim/domain';
import { quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import type { Records } from '../reading/records.ts';
import type { Rule } from './rule.ts';

/** An actor and the bodies above it, nearest first. */
function chainOf(records: Records, id: string | undefined): Field[] {
  const chain: Field[] = [];
  let next = records.record('actors', id);
  while (next !== undefined && !chain.some(({ file }) => file === next?.file)) {
    chain.push(next);
    next = records.record('actors', next.get('partOf').text);
  }
  return chain;
}

/** What the dates of an actor say against its word at a time: `from 2019`, `until 2021-08-15`; nothing where they allow it. */
function againstTerm(actor: Field, said: string): string | undefined {
  const [from, until] = [actor.get('from').text, actor.get('until').text];
  const span = spanOf(said, 'UTC');
  if (from !== undefined && isEdtf(from) && span.end <= spanOf(from, 'UTC').start) return `from ${from}`;
  if (until !== undefined && isEdtf(until) && span.start >= spanOf(until, 'UTC').end) return `until ${until}`;
  return undefined;
}

export const inOffice: Rule = {
  id: 'in-office',
  wants:
    'Who speaks as an office-holder or for a body does so at a time at which the office is held and the body is there, as far as from and until of the actors tell.',
  excusable: true,
  check(records, report) {
    for (const { field } of records.eachClaim()) {
      const claimant = field.get('claimant');
      const said = field.get('said').text;
      if (said === undefined || !isEdtf(said)) continue;
      const speaker = claimant.text === undefined ? claimant.get('of') : claimant;
      for (const [distance, actor] of chainOf(records, speaker.text).entries()) {
        const term = againstTerm(actor, said);
        if (term === undefined) continue;
        const did = actor.get('kind').text === 'office-holder' ? 'held the office' : 'was there';
        const above = distance === 0 ? '' : `, of which ${quote(speaker.text)} is part,`;
        report(
          speaker,
          `${quote(actor.file.id)}${above} ${did} ${term}, and this was said ${said}`,
          distance === 0
            ? 'name who held it then, or correct the dates'
            : 'name whose word it was then, or correct the dates',
        );
        // What is above an actor that has ended may well have ended with it.
        break;
      }
    }
  },
};
