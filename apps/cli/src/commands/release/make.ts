import { canonicalJson, type Ledger, RULES } from '@counterclaim/domain';
import { ledgerText, type ListedRelease, RELEASED_LEDGER, sha256 } from '@counterclaim/data';
import { changelog, type Released } from './changelog.ts';
import { citationFile } from './citation.ts';
import { dataFiles } from './data-files.ts';
import { guide } from './guide.ts';
import { checksums, listed, type MadeFile } from './made-file.ts';

/** The rules by which this software derives, with one digest for all of them. */
export const methodology = (): ListedRelease['methodology'] => ({ digest: sha256(canonicalJson(RULES)), rules: RULES });

/** A release with the content of its files. */
export interface MadeRelease {
  readonly listed: ListedRelease;
  readonly files: readonly MadeFile[];
}

export interface Making {
  readonly version: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly date: string;
  readonly ledger: Ledger;
  /** The release before this one; `undefined` for the first. */
  readonly before: Released | undefined;
}

const text = (name: string, mediaType: string, description: string, content: string): MadeFile => ({
  name,
  mediaType,
  description,
  content: new TextEncoder().encode(content),
});

/**
 * Makes a release: all of its files, and how the list of releases names it. Depends on what it is given and on nothing else,
 * so that the same release made twice is the same to the byte.
 */
export async function makeRelease({ version, date, ledger: given, before }: Making): Promise<MadeRelease> {
  // As it will be read again: values of corrections keep the order of their keys, which the released ledger does not.
  const released = ledgerText(given);
  const ledger = JSON.parse(released) as Ledger;
  const { digest, events, claims, sources, actors, places } = ledger;
  const release = {
    version,
    date,
    digest,
    methodology: methodology(),
    counts: {
      events: events.length,
      claims: claims.length,
      sources: sources.length,
      actors: actors.length,
      places: places.length,
    },
  };
  const files = [
    text(
      RELEASED_LEDGER,
      'application/json',
      'Every record, one a line: the release itself, from which all else is derived',
      released,
    ),
    ...(await dataFiles(release, ledger)),
    text(
      'CHANGELOG.md',
      'text/markdown; charset=utf-8',
      'What changed against the release before, in records and in assessments',
      changelog(before, { listed: release, ledger }),
    ),
    text(
      'CITATION.cff',
      'application/yaml',
      'How to cite it, for machines (Citation File Format 1.2.0)',
      citationFile(release),
    ),
  ];
  files.push(text('README.md', 'text/markdown; charset=utf-8', 'What each file is', guide(release, files)));
  files.push(text('SHA256SUMS', 'text/plain; charset=utf-8', 'Checksums of the files', checksums(files)));
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { listed: { ...release, files: files.map(listed) }, files };
}
