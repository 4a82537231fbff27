import {
  type Actor,
  compareRecords,
  type Event,
  followRedirects,
  type Json,
  type Ledger,
  type Place,
  type RecordComparison,
  type RecordKey,
  type Redirect,
  redirectSchema,
} from '@counterclaim/domain';
import { compile } from '../ledger/compile.ts';
import type { Records } from '../reading/records.ts';
import { FOLDER_OF } from '../schema/record-type.ts';
import { type Folder, recordSchemas, type SourceRecord } from '../schema/record.ts';
import { latestRelease, readReleaseIndex, releasesFolder } from './release-index.ts';
import { readReleasedLedger } from './released-ledger.ts';

/** A release as the check holds records against it. */
export interface PublishedRelease {
  readonly version: string;
  /** The day on which it was made, `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  readonly ledger: Ledger;
}

/**
 * The latest release of a folder; `undefined` while there is none.
 *
 * @throws Error, naming the file and the remedy, when the list of releases or the ledger is damaged or missing.
 */
export function publishedRelease(folder: string | URL = releasesFolder): PublishedRelease | undefined {
  const latest = latestRelease(readReleaseIndex(folder));
  if (latest === undefined) return undefined;
  return { version: latest.version, date: latest.date, ledger: readReleasedLedger(latest.version, folder) };
}

/** What a release published, and what has been done to it since. */
export interface SinceRelease extends Pick<PublishedRelease, 'version' | 'date'> {
  /** What was released, under the ids of today. */
  readonly ledger: Ledger;
  /** Records that are there, but have not the shape of their kind, are in none of its lists but `removed`. */
  readonly comparison: RecordComparison;
}

function readable<Value>(records: Records, folder: Folder): Value[] {
  return records.of(folder).flatMap(({ file, value }) => {
    const parsed = recordSchemas[folder].safeParse(value);
    return parsed.success && parsed.data.id === file.id ? [parsed.data as Value] : [];
  });
}

/** The redirects of records, in as far as they have their shape. */
export function redirectsOf(records: Records): Redirect[] {
  const listed = records.register('redirects')?.get('redirects').items ?? [];
  return listed.flatMap(({ value }) => redirectSchema.safeParse(value).data ?? []);
}

/** Holds records, in as far as they have their shape, against a release. */
export function sinceRelease({ version, date, ledger }: PublishedRelease, records: Records): SinceRelease {
  const present = compile({
    actors: readable<Actor>(records, 'actors'),
    places: readable<Place>(records, 'places'),
    events: readable<Event>(records, 'events'),
    sources: readable<SourceRecord>(records, 'sources'),
    redirects: redirectsOf(records),
  });
  // What bears its id still has not been renamed, whatever a redirect says.
  const renaming = present.redirects.filter(
    ({ type, from }) => !records.has(type === 'claim' ? 'claims' : FOLDER_OF[type], from),
  );
  const followed = followRedirects(ledger, renaming);
  return { version, date, ledger: followed, comparison: compareRecords(ledger, present, followed) };
}

const LISTS = { actor: 'actors', place: 'places', event: 'events', source: 'sources', claim: 'claims' } as const;

/** What a record said in a ledger; `null` where that is without it. */
export const releasedValue = ({ ledger }: Pick<PublishedRelease, 'ledger'>, { type, id }: RecordKey): Json =>
  (ledger[LISTS[type]].find((record) => record.id === id) ?? null) as Json;
