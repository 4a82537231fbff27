import { type EdtfBoundary, parseEdtf } from '@counterclaim/domain';
import type { Rule } from './rule.ts';

const lacksOffset = (boundary: EdtfBoundary): boolean =>
  typeof boundary === 'object' && boundary.hour !== undefined && boundary.offset === undefined;

/** A clock time printed without an offset may be anyone's: it would put a statement hours too early or too late. */
export const offset: Rule = {
  id: 'offset',
  wants:
    'A clock time in `said` or `published` carries its offset from UTC; one that was printed without is cut to its day.',
  check(records, report) {
    for (const source of records.of('sources')) {
      const dates = [source.get('published'), ...source.get('claims').items.map((claim) => claim.get('said'))];
      for (const date of dates) {
        if (date.text === undefined) continue;
        const parsed = parseEdtf(date.text);
        if (!parsed.ok) continue;
        const sides = parsed.value.type === 'date' ? [parsed.value.point] : [parsed.value.start, parsed.value.end];
        if (!sides.some(lacksOffset)) continue;
        report(
          date,
          `the clock time ${date.text} has no offset from UTC`,
          `add the offset where the document tells it, such as +04:30, or cut it to the day: ${date.text.replace(/T[0-9:]+/g, '')}`,
        );
      }
    }
  },
};
