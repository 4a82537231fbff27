import { createHash } from 'node:crypto';
import type { ReleaseFile } from '@counterclaim/data';

/** A file of a release, before it is written anywhere. */
export interface MadeFile {
  /** Within the folder of the release. */
  readonly name: string;
  readonly mediaType: string;
  /** What it is, for the release's README: a sentence without its full stop. */
  readonly description: string;
  readonly content: Uint8Array;
}

const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A file as the list of releases names it. */
export const listed = ({ name, mediaType, content }: MadeFile): ReleaseFile => ({
  name,
  bytes: content.byteLength,
  sha256: digest(content),
  mediaType,
});

/** Checksums as `sha256sum -c` reads them: one file a line, sorted by name. */
export const checksums = (files: readonly MadeFile[]): string =>
  files
    .map(({ name, content }) => `${digest(content)}  ${name}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
