import type { Rule } from './rule.ts';

/** Without the text, a passage can only be wrong in itself; `verify` holds it against the text. */
export const passage: Rule = {
  id: 'passage',
  wants: 'A passage names a paragraph from 1 and ends after it starts.',
  check(records, report) {
    for (const { field } of records.eachClaim()) {
      for (const found of field.get('evidence').get('passages').items) {
        const paragraph = found.get('paragraph');
        const start = found.get('start');
        const end = found.get('end');
        if (paragraph.number !== undefined && paragraph.number < 1) {
          report(paragraph, `there is no paragraph ${paragraph.number}`, 'count paragraphs from 1');
        }
        if (start.number !== undefined && start.number < 0) {
          report(start, `the passage starts at ${start.number}`, 'count code points from 0');
        }
        if (start.number !== undefined && end.number !== undefined && end.number <= start.number) {
          report(
            end,
            `the passage ends at ${end.number}, where or before it starts at ${start.number}`,
            'take the position from counterclaim passage: end is the code point after the last',
          );
        }
      }
    }
  },
};
