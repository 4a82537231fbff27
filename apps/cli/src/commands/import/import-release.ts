import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventId } from '@counterclaim/domain';
import type { Codec, Release } from '@counterclaim/interchange';
import { type DatasetInfo, type EventChange, openStore, type Store, type StoreOptions } from '@counterclaim/store';
import { fileDigest } from './input/file-digest.ts';
import type { InputFile } from './input/input-file.ts';
import type { Progress } from '../../terminal/progress.ts';
import { type DigestedFile, releaseItems } from './release-items.ts';
import type { ReportFile } from './report-file.ts';
import type { Tally } from './tally.ts';

/** Milliseconds after which it is said that another process is waited for. */
const SILENT = 1_000;

export interface ReleaseImport {
  readonly codec: Codec;
  readonly release: Release;
  readonly files: readonly InputFile[];
  readonly strict: boolean;
  readonly dryRun: boolean;
  readonly store: StoreOptions;
  readonly report: ReportFile;
  readonly progress: Progress;
  readonly tally: Tally;
}

/** How many events a release added to those of the one that it replaced, changed and removed. */
export type EventChanges = Record<EventChange, number>;

/** What came of an import. */
export interface Imported {
  /** SHA-256 of the files, the format and the release: the same again is a no-op. */
  readonly digest: string;
  /** The dataset as it is, or after a dry run would be. */
  readonly dataset: DatasetInfo;
  /** Whether it was there already, so that nothing was read. */
  readonly present: boolean;
  /** What it did to the events of the release that was there; `null` where none was. */
  readonly changes: EventChanges | null;
}

function importDigest({ codec, release }: ReleaseImport, files: readonly DigestedFile[]): string {
  const { dataset, title, version, published, url } = release;
  // A file within an archive is named, as another one of it would be other rows.
  const read = files.map(({ digest, within }) => [digest, within ?? null]);
  const description = [codec.format, codec.version, dataset, title, version, published, url, read];
  return createHash('sha256').update(JSON.stringify(description)).digest('hex');
}

async function digested(files: readonly InputFile[]): Promise<DigestedFile[]> {
  const all: DigestedFile[] = [];
  for (const file of files) {
    const digest = await fileDigest(file);
    const same = all.find((other) => other.digest === digest && other.within === file.within);
    if (same !== undefined) throw new Error(`${same.shown} and ${file.shown} hold the same bytes: name one of them`);
    all.push({ ...file, digest });
  }
  return all;
}

/** Passes items on, and tells when the first is asked for. */
async function* begins<Item>(items: AsyncIterable<Item>, told: () => void): AsyncGenerator<Item, void, undefined> {
  told();
  yield* items;
}

/** Works in the store; where a dry run finds none, in one that goes afterwards. */
async function inStore<Result>(
  { store: options, dryRun }: ReleaseImport,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const isMissing = 'path' in options && !existsSync(options.path);
  const folder = dryRun && isMissing ? mkdtempSync(join(tmpdir(), 'counterclaim-dry-run-')) : undefined;
  const store = await openStore(folder === undefined ? options : { path: join(folder, 'ledger.sqlite') });
  try {
    return await work(store);
  } finally {
    await store.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  }
}

/** Counts what a load does to events, and reports each; what it told in vain can be taken back. */
class ChangeReport {
  readonly counts: EventChanges = { added: 0, changed: 0, removed: 0 };
  readonly #report: ReportFile;
  #before: ReturnType<ReportFile['mark']> | undefined;

  constructor(report: ReportFile) {
    this.#report = report;
  }

  add(event: EventId, change: EventChange): void {
    this.#before ??= this.#report.mark();
    this.#report.add({ event, change });
    this.counts[change] += 1;
  }

  takeBack(): void {
    if (this.#before !== undefined) this.#report.cutTo(this.#before);
  }
}

/**
 * Reads the files of a release and puts them in the place of what the store holds of the dataset, in one transaction.
 *
 * @throws ReleaseRefused when nothing of it may be kept; ReadingError when a file cannot be read; StoreError when the store refuses.
 *   The ledger is then as it was.
 */
export async function importRelease(wanted: ReleaseImport): Promise<Imported> {
  const { release, dryRun, report, progress } = wanted;
  const files = await digested(wanted.files);
  const digest = importDigest(wanted, files);
  return inStore(wanted, async (store) => {
    const { datasets } = await store.state();
    const held = datasets.find(({ id }) => id === release.dataset);
    if (held?.digest === digest) return { digest, dataset: held, present: true, changes: null };
    const waiting = setTimeout(() => {
      progress.say('another process writes to the ledger: waiting until it is done');
    }, SILENT);
    const changes = new ChangeReport(report);
    try {
      const items = begins(itemsOf(wanted, files), () => {
        clearTimeout(waiting);
      });
      const dataset = await store.replaceDataset(release.dataset, digest, items, {
        keep: !dryRun,
        onEventChange: (event, change) => {
          changes.add(event, change);
        },
      });
      return { digest, dataset, present: false, changes: held === undefined ? null : changes.counts };
    } catch (error) {
      changes.takeBack();
      throw error;
    } finally {
      clearTimeout(waiting);
    }
  });
}

/** The records of the release; rows and problems are counted and reported as they come. */
const itemsOf = ({ codec, release, strict, report, progress, tally }: ReleaseImport, files: readonly DigestedFile[]) =>
  releaseItems({
    codec,
    release,
    files,
    strict,
    onRow: (share) => {
      tally.rows += 1;
      progress.row(share);
    },
    onProblem: (problem) => {
      tally.add(problem);
      report.add(problem);
    },
    onEnd: () => {
      progress.stage('deriving what follows from them');
    },
  });
