import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedRelease, type PublishedRelease, recordsFolder, RELEASE_INDEX } from '@counterclaim/data';

/**
 * The release that records are held against: the curated ones against the latest of this checkout, others only where a
 * folder of releases is named.
 *
 * @throws Error when the folder that was named lists no release.
 */
export function releaseFor(folder: string, releases: string | undefined): PublishedRelease | undefined {
  if (releases !== undefined) {
    const published = publishedRelease(releases);
    if (published === undefined) {
      throw new Error(
        `${releases} lists no release: name the folder that holds ${RELEASE_INDEX}, or leave --releases out`,
      );
    }
    return published;
  }
  return resolve(folder) === resolve(fileURLToPath(recordsFolder)) ? publishedRelease() : undefined;
}
