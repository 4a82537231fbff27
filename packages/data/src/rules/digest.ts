import { quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import type { Report, Rule } from './rule.ts';

const DIGEST = /^[0-9a-f]{64}$/;

function checkDigest(field: Field, report: Report, remedy: string): void {
  const { text } = field;
  if (text === undefined || DIGEST.test(text)) return;
  const lower = text.toLowerCase();
  const what = DIGEST.test(lower)
    ? 'the digest has capitals'
    : /^[0-9a-f]*$/.test(lower)
      ? `the digest has ${text.length} digits, not 64`
      : `${quote(text)} is no hexadecimal SHA-256`;
  report(field, what, DIGEST.test(lower) ? `write ${lower}` : remedy);
}

export const digest: Rule = {
  id: 'digest',
  wants:
    'A digest is 64 hexadecimal digits, lower-case; a source of which passages are cited carries the digest of its text.',
  check(records, report) {
    for (const source of records.of('sources')) {
      const textDigest = source.get('textDigest');
      checkDigest(textDigest, report, 'take it from counterclaim passage, without --find');
      const passages = source.get('claims').items.flatMap((claim) => claim.get('evidence').get('passages').items);
      for (const found of passages) checkDigest(found.get('sha256'), report, 'take it from counterclaim passage');
      if (passages.length > 0 && !textDigest.exists) {
        report(
          source.get('claims'),
          'passages are cited from a text without a digest',
          'add textDigest, from counterclaim passage without --find',
          'key',
        );
      }
    }
  },
};
