import { isEdtf, isTimeZone, spanOf } from '@counterclaim/domain';
import type { Rule } from './rule.ts';

export const saidBeforePublished: Rule = {
  id: 'said-before-published',
  wants: 'What a document reports was said by the time it was published.',
  excusable: true,
  check(records, report) {
    for (const { field, source } of records.eachClaim()) {
      const said = field.get('said');
      const published = source.get('published').text;
      if (said.text === undefined || published === undefined || !isEdtf(said.text) || !isEdtf(published)) continue;
      const zone = records.record('events', field.get('about').items[0]?.text)?.get('zone').text;
      if (zone === undefined || !isTimeZone(zone)) continue;
      if (spanOf(said.text, zone).start < spanOf(published, zone).end) continue;
      report(
        said,
        `said ${said.text} in a document of ${published}`,
        `correct one of the two, and of a page that was written on, give the interval as published: ${published}/${said.text}`,
      );
    }
  },
};
