import type { ListedRelease } from '@counterclaim/data';
import { stringify } from 'yaml';

/** As LICENSE-DATA says. */
export const LICENCE = {
  id: 'CC-BY-4.0',
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
export const AUTHOR = 'Counterclaim contributors';
export const TITLE = 'Counterclaim';

/** What the dataset is, with its size, for whoever has never heard of it. */
export const abstractOf = ({ counts }: Pick<ListedRelease, 'counts'>): string =>
  `Who said what about an attack, when, with which hedge, in which document, at which passage, and what follows from it: ${counts.claims} claims ` +
  `about ${counts.events} events in ${counts.sources} documents, with the ranges, disputes and attributions that are derived from them by published rules. ` +
  'Disagreement is kept, not resolved. A floor of what was said, not a census.';

/** One line that names a release so that others find exactly it. */
export const citationLine = ({ version, date, digest }: Pick<ListedRelease, 'version' | 'date' | 'digest'>): string =>
  `${AUTHOR} (${date.slice(0, 4)}). ${TITLE}, release ${version} [data set], ${date}. SHA-256 of the ledger: ${digest}. ${LICENCE.name}.`;

/** `CITATION.cff` of a release, in the Citation File Format 1.2.0. */
export const citationFile = (release: Omit<ListedRelease, 'files'>): string =>
  stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use this release, please cite it with its version and digest.',
      type: 'dataset',
      title: TITLE,
      abstract: abstractOf(release),
      authors: [{ name: AUTHOR }],
      version: release.version,
      'date-released': release.date,
      license: LICENCE.id,
      'license-url': LICENCE.url,
      keywords: ['armed conflict', 'attribution', 'casualties', 'claims', 'provenance', 'Afghanistan', 'Kabul'],
      identifiers: [
        { type: 'other', value: `sha256:${release.digest}`, description: 'SHA-256 of the ledger in canonical JSON' },
      ],
    },
    { lineWidth: 120 },
  );
