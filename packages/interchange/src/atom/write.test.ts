import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atomProblems, parseAtom } from '../../test/read-atom.ts';
import { textOf } from '../../test/text-of.ts';
import { type AtomEntry, type AtomFeed, writeAtom } from './write.ts';

const feed: AtomFeed = {
  id: 'urn:counterclaim:feed:changes',
  title: 'Changes & <corrections>',
  subtitle: 'What the ledger did to records of its own',
  updated: '2026-11-21',
  author: { name: 'Counterclaim', uri: 'https://claims.example/' },
  rights: 'CC BY 4.0',
  links: [
    { rel: 'self', href: 'https://claims.example/changes.atom?event=a&kind=b', type: 'application/atom+xml' },
    { href: 'https://claims.example/changes' },
  ],
};
const entry: AtomEntry = {
  id: 'urn:counterclaim:change:event:town:1',
  title: 'Correction of “Rockets on Town”',
  updated: '2026-03-01T08:40:00+04:30',
  published: '2026-03-01',
  links: [{ href: 'https://claims.example/events/town' }],
  summary: 'The day was <b>wrong</b> & is right.',
  categories: [{ term: 'correction', label: 'Correction' }],
};

const xmlOf = (entries: Iterable<AtomEntry>, of: AtomFeed = feed): Promise<string> => textOf(writeAtom(of, entries));

test('a feed has what RFC 4287 demands, and a parser of feeds reads it back', async () => {
  const xml = await xmlOf([entry, { ...entry, id: `${entry.id}0`, content: 'Content.', author: { name: 'Curator' } }]);
  expect(atomProblems(xml)).toEqual([]);
  expect(parseAtom(xml)).toMatchObject({
    id: feed.id,
    title: { value: feed.title },
    subtitle: { value: feed.subtitle },
    updated: '2026-11-21T00:00:00Z',
    authors: [{ name: 'Counterclaim', uri: 'https://claims.example/' }],
    links: [
      { rel: 'self', href: 'https://claims.example/changes.atom?event=a&kind=b', type: 'application/atom+xml' },
      { rel: 'alternate', href: 'https://claims.example/changes' },
    ],
    entries: [
      {
        id: entry.id,
        title: { value: entry.title },
        updated: '2026-03-01T08:40:00+04:30',
        published: '2026-03-01T00:00:00Z',
        summary: { value: entry.summary },
        categories: [{ term: 'correction', label: 'Correction' }],
        links: [{ rel: 'alternate', href: 'https://claims.example/events/town' }],
      },
      { content: { type: 'text', value: 'Content.' }, authors: [{ name: 'Curator' }] },
    ],
  });
});

test('a feed without entries is one', async () => {
  const xml = await xmlOf([]);
  expect(atomProblems(xml)).toEqual([]);
  expect(parseAtom(xml).entries ?? []).toEqual([]);
});

test.each<[string, (xml: string) => string, RegExp]>([
  ['an ampersand that is not escaped', (xml) => xml.replace('&amp;', '&'), /./],
  ['a feed without an id', (xml) => xml.replace(/<id>[^<]*<\/id>/, ''), /must have one id/],
  [
    'an entry without a title',
    (xml) => xml.replace(/(<entry>[^]*?)<title>[^<]*<\/title>/, '$1'),
    /must have one title/,
  ],
  ['a day where a date-time belongs', (xml) => xml.replace('2026-11-21T00:00:00Z', '2026-11-21'), /RFC 3339/],
  ['an entry that nobody wrote', (xml) => xml.replace(/<author>[^]*?<\/author>/, ''), /must have an author/],
  [
    'an entry that leads nowhere',
    (xml) => xml.replace(/(<entry>[^]*?)<link [^>]*>/, '$1'),
    /must have content or an alternate link/,
  ],
  ['two entries of one id', (xml) => xml.replace(/(<entry>[^]*<\/entry>)/, '$1$1'), /one id/],
  [
    'an id with a space around it',
    (xml) => xml.replace('<id>urn:counterclaim:change', '<id> urn:counterclaim:change'),
    /absolute IRI/,
  ],
  ['another root', (xml) => xml.replaceAll('http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#'), /root/],
])('the reader that checks feeds refuses %s', async (_what, broken, message) => {
  const xml = await xmlOf([entry]);
  expect(broken(xml)).not.toBe(xml);
  expect(atomProblems(broken(xml)).join('\n')).toMatch(message);
});

test('what XML cannot hold becomes a replacement character', async () => {
  const title = 'nul \u0000 bell \u0007 vertical \u000b end \uffff half \ud800 whole 😀 next \u0085';
  const xml = await xmlOf([{ ...entry, title }]);
  expect(atomProblems(xml)).toEqual([]);
  expect(xml).toContain('nul \ufffd bell \ufffd vertical \ufffd end \ufffd half \ufffd whole 😀 next \u0085');
});

test('an address with what no IRI may contain is percent-encoded', async () => {
  const xml = await xmlOf([{ ...entry, links: [{ href: 'https://claims.example/a b?q="<x>"&y={z}#کابل' }] }]);
  expect(atomProblems(xml)).toEqual([]);
  expect(xml).toContain('href="https://claims.example/a%20b?q=%22%3Cx%3E%22&amp;y=%7Bz%7D#کابل"');
});

test.each(['yesterday', '2026-13-01', '2026-02-30T00:00:00', '2026-11-21T08:40Z'])(
  '%j is no date of a feed',
  async (updated) => {
    await expect(xmlOf([{ ...entry, updated }])).rejects.toThrow(RangeError);
  },
);

test('whatever the texts are, the feed is well-formed and says them', async () => {
  const anyText = fc.string({ unit: 'binary' });
  const allowed = (text: string): string =>
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (title, summary, label) => {
      const xml = await xmlOf([{ ...entry, title, summary, categories: [{ term: 'kind', label }] }]);
      expect(atomProblems(xml)).toEqual([]);
      const [read] = parseAtom(xml).entries ?? [];
      // The parser trims texts and drops empty ones: RFC 4287 lets it.
      expect(read?.title?.value ?? '').toBe(allowed(title).trim());
      expect(read?.summary?.value ?? '').toBe(allowed(summary).trim());
    }),
    { numRuns: 200 },
  );
});

test('entries are written while more are still to come', async () => {
  let taken = 0;
  function* many(): Generator<AtomEntry> {
    for (; taken < 100; taken += 1) yield { ...entry, id: `${entry.id}-${taken}` };
  }
  const chunks = writeAtom(feed, many());
  await chunks.next();
  await chunks.next();
  expect(taken).toBeLessThan(3);
});
