import type { Rule } from './rule.ts';

export const excerpt: Rule = {
  id: 'excerpt',
  wants: 'A source of which only an excerpt was seen carries its URL, where a reader can look it up.',
  check(records, report) {
    for (const source of records.of('sources')) {
      if (source.get('url').exists) continue;
      const claim = source.get('claims').items.find((each) => each.get('evidence').get('excerpt').value === true);
      if (claim === undefined) continue;
      report(
        claim.get('evidence'),
        'only an excerpt was seen, and the source has no URL',
        'add url to the source, or cite passages of its text',
        'key',
      );
    }
  },
};
