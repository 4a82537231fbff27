import { join } from 'node:path';
import { editorialDaySchema } from '@counterclaim/domain';
import {
  compareVersions,
  latestRelease,
  nextVersion,
  type ReleaseIndex,
  RELEASE_INDEX,
  releaseVersionSchema,
} from '@counterclaim/data';
import { Refusal } from './refusal.ts';

/** A calendar day as it was given. */
export function admitDate(date: string): string {
  if (editorialDaySchema.safeParse(date).success) return date;
  throw new Refusal(`${JSON.stringify(date)} is no day: write --date YYYY-MM-DD`);
}

/**
 * Makes sure that a release may follow those that are listed: its version is the next one of its year, which is the year of its
 * date, and it is not dated before the last.
 *
 * @param folder The folder of releases, as its reader knows it.
 * @throws Refusal otherwise, naming the file and the remedy.
 */
export function admit(version: string | undefined, date: string, index: ReleaseIndex, folder: string): void {
  const file = join(folder, RELEASE_INDEX);
  const latest = latestRelease(index);
  const next = nextVersion(latest?.version, Number(date.slice(0, 4)));
  if (latest !== undefined && date < latest.date) {
    throw new Refusal(
      `${date} is before ${latest.version}, released on ${latest.date} (${file}): set --date to that day or later`,
    );
  }
  if (version === undefined) throw new Refusal(`which release? the next one of ${date.slice(0, 4)} is ${next}`);
  if (version === next) return;
  if (!releaseVersionSchema.safeParse(version).success) {
    throw new Refusal(`${JSON.stringify(version)} is no version: write <year>.<n>; the next one is ${next}`);
  }
  const existing = index.releases.find((release) => release.version === version);
  if (existing !== undefined) {
    throw new Refusal(
      `${join(folder, version)} exists, released on ${existing.date} (${file}): a release never changes; make the next one, ${next}, ` +
        `or this one's files again with --again`,
    );
  }
  if (version.slice(0, 4) !== date.slice(0, 4)) {
    throw new Refusal(
      `${version} is a version of ${version.slice(0, 4)}, but the date is ${date}: release ${next}, or set --date`,
    );
  }
  if (latest === undefined) {
    throw new Refusal(
      `${version} follows ${next}, but ${folder} holds no releases: copy those before it there first, from releases/ of the repository, ` +
        `or name the folder that holds them with --to; the first release of an empty folder is ${next}`,
    );
  }
  const relation = compareVersions(version, next) > 0 ? 'leaves out' : 'comes before';
  throw new Refusal(`${version} ${relation} ${next} (${file}): release ${next}`);
}
