import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codec, Release } from '@counterclaim/interchange';
import { type DatasetInfo, openStore, type Store, type StoreOptions } from '@counterclaim/store';
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

/** What came of an import. */
export interface Imported {
  /** SHA-256 of the files, the format and the release: the same again is a no-op. */
  readonly digest: string;
  /** The dataset as it is, or after a dry run would be. */
  readonly dataset: DatasetInfo;
  /** Whether it was there already, so that nothing was read. */
  readonly present: boolean;
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

/** Works in a store; for a dry run in one of its own that goes afterwards. */
async function inStore<Result>(
  { store: options, dryRun }: ReleaseImport,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const folder = dryRun ? mkdtempSync(join(tmpdir(), 'counterclaim-dry-run-')) : undefined;
  const store = await openStore(folder === undefined ? options : { path: join(folder, 'ledger.sqlite') });
  try {
    return await work(store);
  } finally {
    await store.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  }
}

/**
 * Reads the files of a release and puts them in the place of what the store holds of the dataset, in one transaction.
 *
 * @throws ReleaseRefused when nothing of it may be kept; ReadingError when a file cannot be read; StoreError when the store refuses.
 *   The ledger is then as it was.
 */
export async function importRelease(wanted: ReleaseImport): Promise<Imported> {
  const { codec, release, strict, report, progress, tally } = wanted;
  const files = await digested(wanted.files);
  const digest = importDigest(wanted, files);
  return inStore(wanted, async (store) => {
    const { datasets } = await store.state();
    const held = datasets.find(({ id }) => id === release.dataset);
    if (held?.digest === digest) return { digest, dataset: held, present: true };
    const waiting = setTimeout(() => {
      progress.say('another process writes to the ledger: waiting until it is done');
    }, SILENT);
    try {
      const items = releaseItems({
        codec,
        release,
        files,
        strict,
        onRow: (share) => {
          clearTimeout(waiting);
          tally.rows += 1;
          progress.row(share);
        },
        onProblem: (problem) => {
          clearTimeout(waiting);
          tally.add(problem);
          report.add(problem);
        },
        onEnd: () => {
          progress.stage('deriving what follows from them');
        },
      });
      return { digest, dataset: await store.replaceDataset(release.dataset, digest, items), present: false };
    } finally {
      clearTimeout(waiting);
    }
  });
}
