import { basename } from 'node:path';
import { CURATED } from '@counterclaim/data';
import { isEdtf, isSlug } from '@counterclaim/domain';
import type { Codec, Release } from '@counterclaim/interchange';
import type { InputFile } from './input/input-file.ts';

/** What of a release whoever imports may say. */
export interface ReleaseOptions {
  readonly dataset?: string;
  readonly release?: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
}

/** Longest id of a dataset, in characters: ids of its records begin with it. */
const LONGEST_DATASET = 40;

/** The version that the names of all files, or of their archives, say; `undefined` where none does. */
function versionIn(codec: Codec, files: readonly InputFile[]): string | undefined {
  const said = new Map<string, string>();
  for (const { path, within, shown } of files) {
    const version =
      (within === undefined ? undefined : codec.release.versionOf(basename(within))) ??
      codec.release.versionOf(basename(path));
    if (version !== undefined && !said.has(version)) said.set(version, shown);
  }
  const [first, second] = said;
  if (first !== undefined && second !== undefined) {
    throw new Error(
      `${first[1]} is of release ${first[0]}, and ${second[1]} of ${second[0]}: import one release at a time, or say with --release what they are together`,
    );
  }
  return first?.[0];
}

/**
 * Which release files are: by what whoever imports says, by their names, and by what the format knows.
 *
 * @throws Error, in one line that names the option, where something is not known or cannot be.
 */
export function describeRelease(codec: Codec, files: readonly InputFile[], options: ReleaseOptions): Release {
  const { release: known } = codec;
  const dataset = options.dataset ?? known.dataset;
  if (!isSlug(dataset) || dataset.length > LONGEST_DATASET) {
    throw new Error(
      `--dataset ${dataset} is no id: write lower-case letters, digits and single hyphens, ${LONGEST_DATASET} at most`,
    );
  }
  if (dataset === CURATED) {
    throw new Error(
      `--dataset ${CURATED} is the dataset of the curated records, which come from their files: choose another id`,
    );
  }
  const version = options.release ?? versionIn(codec, files);
  if (version === undefined) {
    throw new Error('no file’s name says which release it is: say so with --release, as 23.1 or 2025-03-07');
  }
  if (!/^[\w.-]{1,40}$/.test(version)) {
    throw new Error(`--release ${version} is no version: write letters, digits, dots and hyphens`);
  }
  const published = options.published ?? known.publishedOf(version);
  if (published === undefined) {
    throw new Error(
      `when release ${version} was published is not known: say so with --published, as 2023, 2023-06 or 2023-06-15`,
    );
  }
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(published) || !isEdtf(published)) {
    throw new Error(
      `--published ${published} is no date: write a year, a month or a day, as 2023, 2023-06 or 2023-06-15`,
    );
  }
  const title = (options.title ?? known.title).trim();
  if (title === '' || title.length > 200 || /\p{Cc}/u.test(title)) {
    throw new Error('--title is no title: write one line of at most 200 characters');
  }
  const url = options.url ?? known.url;
  const { protocol } = URL.parse(url) ?? {};
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new Error(`--url ${url} is no address: write it as https://example.org/`);
  }
  return { dataset, title, version, published, url };
}
