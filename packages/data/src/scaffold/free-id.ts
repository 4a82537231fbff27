import { type Redirect, redirectOf } from '@counterclaim/domain';
import type { Records } from '../reading/records.ts';
import { redirectsOf } from '../releases/since-release.ts';
import { TYPE_OF } from '../schema/record-type.ts';
import type { Folder } from '../schema/record.ts';

/** The redirect by which an id was given up: it is never given again. */
export const givenUp = (records: Records, folder: Folder, id: string): Redirect | undefined =>
  redirectOf(redirectsOf(records), TYPE_OF[folder], id);

/** An id that nobody bears or ever bore: the wanted one, or the first of `-2`, `-3` … that is free. */
export function freeId(records: Records, folder: Folder, wanted: string): string {
  const redirects = redirectsOf(records);
  const isTaken = (id: string): boolean =>
    records.has(folder, id) || redirectOf(redirects, TYPE_OF[folder], id) !== undefined;
  let id = wanted;
  for (let number = 2; isTaken(id); number += 1) id = `${wanted}-${number}`;
  return id;
}
