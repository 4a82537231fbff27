import { CsvError, parse } from 'csv-parse';

/** A record as the file has it, or why none can be read from its line on. */
export type RawRecord =
  | { readonly cells: readonly string[]; readonly line: number }
  | {
      readonly cells: null;
      readonly line: number;
      /** Index of the cell, from 0, in which reading failed. */
      readonly cell: number;
      readonly fault: 'stray-quote' | 'unclosed-quote' | 'too-long';
    };

/** Bytes given to the parser at once, so that the records of a large chunk do not pile up. */
const PIECE = 64 * 1024;

const BREAK = /\r\n|\r|\n/g;

/** Where a fault leaves it unknown where the next record begins, reading ends. */
const FAULTS = {
  INVALID_OPENING_QUOTE: 'stray-quote',
  CSV_INVALID_CLOSING_QUOTE: 'unclosed-quote',
  CSV_QUOTE_NOT_CLOSED: 'unclosed-quote',
  CSV_MAX_RECORD_SIZE: 'too-long',
} as const;

/**
 * Splits CSV (RFC 4180, lines ended in any way, empty lines passed over) into records with the line on which each begins.
 * A quote within a cell that does not begin with one costs that record; after any other fault nothing follows.
 *
 * @param chunks UTF-8.
 * @param maximum How many bytes a record may have: what is held in memory at once.
 */
export async function* recordsOf(
  chunks: AsyncIterable<Uint8Array>,
  maximum: number,
): AsyncGenerator<RawRecord, void, undefined> {
  let batch: RawRecord[] = [];
  /** The parser counts CRLF within quotes as two lines. */
  let counted = 0;
  let overcounted = 0;
  const progress: { stopped: boolean } = { stopped: false };

  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maximum,
    on_record: (cells: string[], { lines }) => {
      let inner = 0;
      if (lines - counted > 1) {
        for (const cell of cells) {
          const breaks = cell.match(BREAK);
          if (breaks === null) continue;
          inner += breaks.length;
          overcounted += breaks.filter((found) => found === '\r\n').length;
        }
      }
      counted = lines;
      batch.push({ cells, line: lines - overcounted - inner });
      return null;
    },
    skip_records_with_error: true,
    on_skip: (error) => {
      if (progress.stopped || !(error instanceof CsvError)) return;
      const fault = (FAULTS as Readonly<Record<string, (typeof FAULTS)[keyof typeof FAULTS]>>)[error.code];
      if (fault === undefined) throw error;
      const { lines, index } = error as unknown as { readonly lines: number; readonly index: number };
      // A record that a quote runs away with is named by the line on which it begins.
      const line = fault === 'stray-quote' ? lines - overcounted : counted - overcounted + 1;
      batch.push({ cells: null, line, cell: index, fault });
      progress.stopped = fault !== 'stray-quote';
    },
  });

  try {
    for await (const chunk of chunks) {
      for (let start = 0; start < chunk.length && !progress.stopped; start += PIECE) {
        await written((done) => parser.write(chunk.subarray(start, start + PIECE), done));
        // One by one: delegating to a list costs several times as much.
        for (const record of batch) yield record;
        batch = [];
      }
      if (progress.stopped) return;
    }
    await written((done) => parser.end(done));
    yield* batch;
  } finally {
    parser.destroy();
  }
}

const written = (write: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    write((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error);
    });
  });
