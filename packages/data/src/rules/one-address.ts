import { quote } from '../problem/phrase.ts';
import type { Rule } from './rule.ts';

/** An address without what does not tell documents apart: scheme, `www.`, a last slash, a fragment. */
const addressOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');

export const oneAddress: Rule = {
  id: 'one-address',
  wants: 'No two sources have one URL: a document is recorded once.',
  excusable: true,
  check(records, report) {
    const first = new Map<string, string>();
    for (const source of records.of('sources')) {
      const url = source.get('url');
      if (url.text === undefined) continue;
      const address = addressOf(url.text);
      const known = first.get(address);
      if (known === undefined) first.set(address, source.file.id);
      else
        report(
          url,
          `the url is that of ${quote(known)}`,
          `put the claims into sources/${known}.yml, or correct the url`,
        );
    }
  },
};
