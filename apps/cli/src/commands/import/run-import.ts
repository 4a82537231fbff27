import { setFlagsFromString } from 'node:v8';
import { CODECS } from '@counterclaim/interchange';
import { StoreError } from '@counterclaim/store';
import { ledgerOptions } from '../../ledger-store.ts';
import { orNear } from '../../near.ts';
import type { ExitCode, Output } from '../../output.ts';
import { counted } from '../../records.ts';
import { type Imported, importRelease } from './import-release.ts';
import { inputFiles } from './input/input-file.ts';
import { ReadingError } from './input/reading-error.ts';
import { Progress } from '../../terminal/progress.ts';
import { describeRelease, type ReleaseOptions } from './release-description.ts';
import { ReleaseRefused } from './release-items.ts';
import { ReportFile } from './report-file.ts';
import { summaryOf } from './summary.ts';
import { problemLine, Tally } from './tally.ts';

export interface ImportOptions extends ReleaseOptions {
  readonly strict?: true;
  readonly dryRun?: true;
  readonly report?: string;
  readonly wait: string;
  readonly json?: true;
}

function codecOf(format: string) {
  const codec = CODECS.find((known) => known.format === format);
  if (codec !== undefined) return codec;
  const formats = CODECS.map((known) => known.format);
  throw new Error(`${format} is no format that is read: name one of ${formats.join(', ')}${orNear(format, formats)}`);
}

const KEPT = 'nothing was kept';

/**
 * The heap is tidied when it has grown by six tenths since it was last. V8 would let a long load gather what is used no more, to
 * a third as much memory again, and takes no less time for it; a tenth more time where it may grow by a fifth alone.
 */
const TIDY_HEAP = '--heap-growing-percent=60';

/** What stopped an import, said of the ledger too. */
function explain(error: unknown): unknown {
  if (error instanceof ReleaseRefused || error instanceof ReadingError) {
    return new Error(`${error.message}\n${KEPT}`, { cause: error });
  }
  if (error instanceof StoreError) {
    const remedy = error.code === 'conflict' ? ' With --dataset the ids of these records begin otherwise.' : '';
    return new Error(`${error.message}${remedy}\n${KEPT}`, { cause: error });
  }
  return error;
}

/** Where the report is of an import that was stopped. */
function whatWasFound(report: ReportFile): string {
  try {
    const path = report.publish();
    return path === undefined ? '' : `what was found until then: ${path}\n`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n`;
  }
}

/** Runs `import`. @throws Error, in one line and one that says that nothing was kept. */
export async function runImport(
  format: string,
  words: readonly string[],
  options: ImportOptions,
  { out, err, errTerminal }: Output,
): Promise<ExitCode> {
  const codec = codecOf(format);
  const store = ledgerOptions(process.env, options.wait);
  const files = inputFiles(words);
  const release = describeRelease(codec, files, options);
  const dryRun = options.dryRun === true;
  const report = new ReportFile(
    options.report ?? `counterclaim-import-${release.dataset}-${release.version}.jsonl`,
    options.report === undefined,
  );
  const progress = new Progress({ write: err, terminal: errTerminal });
  const tally = new Tally();
  let imported: Imported;
  let path: string | undefined;
  setFlagsFromString(TIDY_HEAP);
  try {
    progress.watch();
    imported = await importRelease({
      codec,
      release,
      files,
      strict: options.strict === true,
      dryRun,
      store,
      report,
      progress,
      tally,
    });
    progress.end();
    path = report.publish();
  } catch (error) {
    progress.end();
    err(whatWasFound(report));
    throw explain(error);
  } finally {
    report.close();
  }
  const { present, digest, dataset, changes } = imported;
  if (options.json === true) {
    const { rows, rejected, noted } = tally;
    const kept = !dryRun;
    out(
      `${JSON.stringify({ dataset, release, digest, present, kept, changes, rows, rejected, noted, report: path ?? null }, null, 2)}\n`,
    );
  } else out(summaryOf(imported, release, tally, { dryRun, report: path }));
  for (const problem of tally.shown) err(`${problemLine(problem)}\n`);
  const more = tally.rejected - tally.shown.length;
  if (more > 0 && path !== undefined) err(`… and more: ${counted(tally.rejected, 'row')} in all, listed in ${path}\n`);
  return tally.rejected > 0 ? 1 : 0;
}
