import { type EventQuestion, parseEventQuestion } from '@counterclaim/api';
import { type Loss, LossReport } from '@counterclaim/interchange';
import type { Store } from '@counterclaim/store';
import { inLedger, ledgerOptions } from '../../ledger-store.ts';
import { orNear } from '../../near.ts';
import type { ExitCode, Output } from '../../output.ts';
import { Progress } from '../../terminal/progress.ts';
import { EXPORT_FORMATS, type ExportFormat } from './formats.ts';
import { assessedEvents, eventRows } from './ledger-events.ts';
import { writeWhole } from './whole-file.ts';

export interface ExportOptions {
  readonly to: string;
  readonly dataset?: readonly string[];
  readonly query?: string;
  readonly losses?: string;
  readonly json?: true;
}

function formatOf(name: string): ExportFormat {
  const format = EXPORT_FORMATS[name];
  if (format !== undefined) return format;
  const names = Object.keys(EXPORT_FORMATS);
  throw new Error(`${name} is no format that is written: name one of ${names.join(', ')}${orNear(name, names)}`);
}

/** What is asked for, by both options. */
function questionOf(name: string, format: ExportFormat, { dataset, query, losses }: ExportOptions): EventQuestion {
  const question = parseEventQuestion(query ?? '');
  if (format.needs === 'dossiers' && question.filter.asOf !== undefined) {
    throw new Error(`a table like ${name} is of all that is known: leave asOf out, or write csv or geojson`);
  }
  if (format.needs === 'rows' && losses !== undefined) {
    throw new Error(`${name} says what the list of events says, and loses nothing of it: leave --losses out`);
  }
  if (dataset === undefined) return question;
  if (question.filter.dataset !== undefined)
    throw new Error('--dataset and --query both name datasets: name them in one');
  return { ...question, filter: { ...question.filter, dataset } };
}

async function requireDatasets(store: Store, wanted: readonly string[]): Promise<void> {
  const ids = (await store.state()).datasets.map(({ id }) => id);
  const missing = wanted.find((id) => !ids.includes(id));
  if (missing === undefined) return;
  throw new Error(
    `the ledger holds no dataset ${missing}: it holds ${ids.join(', ') || 'none'}${orNear(missing, ids)}`,
  );
}

const lossLine = ({ kind, reason, count, examples }: Loss): string =>
  `lost: ${count.toLocaleString('en')} × ${kind}: ${reason} (${examples.join(', ')}${count > examples.length ? ', …' : ''})\n`;

/** Passes items on, and counts them. */
async function* counting<Item>(items: AsyncIterable<Item>, progress: Progress): AsyncGenerator<Item, void, undefined> {
  for await (const item of items) {
    progress.row();
    yield item;
  }
}

async function* linesOf(items: readonly object[]): AsyncGenerator<string, void, undefined> {
  for (const item of items) yield await Promise.resolve(`${JSON.stringify(item)}\n`);
}

/** Runs `export`. @throws Error, in one line, when nothing was written. */
export async function runExport(
  name: string,
  options: ExportOptions,
  { out, err, errTerminal }: Output,
): Promise<ExitCode> {
  const format = formatOf(name);
  const question = questionOf(name, format, options);
  const report = new LossReport();
  const progress = new Progress({ write: err, terminal: errTerminal });
  progress.watch();
  try {
    await inLedger(ledgerOptions(process.env), async (store) => {
      await requireDatasets(store, question.filter.dataset ?? []);
      const text =
        format.needs === 'rows'
          ? format.write(counting(eventRows(store, question), progress))
          : format.write(counting(assessedEvents(store, question), progress), report);
      await writeWhole(options.to, text);
    });
  } finally {
    progress.end();
  }
  const { losses } = report;
  if (options.losses !== undefined) await writeWhole(options.losses, linesOf(losses));
  const left = losses.filter(({ kind }) => kind === 'event').reduce((sum, { count }) => sum + count, 0);
  const rows = progress.rows - left;
  if (options.json === true) out(`${JSON.stringify({ format: name, file: options.to, rows, losses }, null, 2)}\n`);
  else out(`${options.to}: ${rows.toLocaleString('en')} of ${progress.rows.toLocaleString('en')} events, as ${name}\n`);
  if (options.losses === undefined && options.json !== true) err(losses.map(lossLine).join(''));
  return 0;
}
