import { parseEdtf } from '@counterclaim/domain';
import { datesOf } from '../reading/dates.ts';
import type { Rule } from './rule.ts';

/** The parser's message as what is wrong and what to do: it keeps the two apart with a colon or a semicolon. */
function split(message: string): [what: string, remedy: string] {
  const parts = /^(.*?)(?:; |: )((?:write|swap|give|correct|drop).*)$/.exec(message);
  return parts === null ? [message, 'write a date such as 2020-11-21'] : [parts[1] ?? '', parts[2] ?? ''];
}

export const edtf: Rule = {
  id: 'edtf',
  wants: 'A date is EDTF and exists in the calendar; an interval runs forward.',
  check(records, report) {
    for (const field of records.files.flatMap(datesOf)) {
      const parsed = field.text === undefined ? undefined : parseEdtf(field.text);
      if (parsed?.ok === false) report(field, ...split(parsed.error));
    }
  },
};
