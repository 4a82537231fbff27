import type { ListedRelease } from '@counterclaim/data';
import { citationLine, LICENCE, TITLE } from './citation.ts';
import type { MadeFile } from './made-file.ts';
import { code, plain, table } from './markdown.ts';

/** `README.md` of a release: what each file is, by which rules it was derived, how to verify and to cite it. */
export function guide(release: Omit<ListedRelease, 'files'>, files: readonly MadeFile[]): string {
  const { version, date, digest, counts, methodology } = release;
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `# ${TITLE}, release ${version}

${counts.claims} claims about ${counts.events} events, from ${counts.sources} documents, by or about ${counts.actors} actors, at ${counts.places} places;
released on ${date}. An event asserts nothing: sources report, claimants claim, and everything else is derived from that. \`CHANGELOG.md\` says what is new.

## Files

${table(
  [{ text: 'File' }, { text: 'Bytes', n: true }, { text: 'What it is' }],
  sorted.map(({ name, content, description }) => [code(name), String(content.byteLength), description]),
)}
${code('SHA256SUMS')} lists the checksums of all of them. Tables are UTF-8, with a header; every column is explained in ${code('csv-metadata.json')} (CSV on the
Web). An empty cell means that nothing is said: zero is written 0. Ranges hold what was stated; they are no estimates of ours.

## Verify

\`\`\`sh
sha256sum -c SHA256SUMS   # on macOS: shasum -a 256 -c SHA256SUMS
\`\`\`

The digest of the records is ${code(digest)}: the SHA-256 of the canonical JSON (sorted keys, no spaces) of actors, places, events, sources, claims and redirects in
${code('ledger.json')}. With the software of this release, all other files are made again from that file, byte for byte:

\`\`\`sh
counterclaim release ${version} --again
\`\`\`

## Methodology

Derived values follow the rules below, each explained under its name in ${code('docs/methodology.md')}. A rule's version rises when the same claims would give another
answer. The digest of the list, which stands for the methodology as a whole, is ${code(methodology.digest)}.

${table(
  [{ text: 'Rule' }, { text: 'Version', n: true }],
  Object.entries(methodology.rules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, number]) => [code(rule), String(number)]),
)}
## Cite

${plain(citationLine(release))}

\`CITATION.cff\` says the same to machines. Name the version: a later release may correct what this one says.

## Licence

[${LICENCE.name}](${LICENCE.url}). It covers the coding, the paraphrases and the structure. Articles and statements belong to their publishers: a passage is given by its
position and digest, not by its text.
`;
}
