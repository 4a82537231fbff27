import type { RowReader } from './row-reader.ts';

/** Where the ids of rows were met, file by file. */
export class RowIds {
  readonly #files: { readonly file: string | undefined; readonly lines: Map<string | number, number> }[] = [];

  /** Whether a row's id was met before, which is then a problem of the row. */
  repeats(id: string | number, column: string, row: RowReader): boolean {
    for (const { file, lines } of this.#files) {
      const before = lines.get(id);
      if (before === undefined) continue;
      const where = file === row.file ? `line ${before}` : `line ${before} of ${file ?? 'another file'}`;
      row.report('rejected', column, `${column} ${id} is that of ${where} too`, 'keep one of the two rows');
      return true;
    }
    let last = this.#files.at(-1);
    if (last?.file !== row.file || last === undefined) {
      last = { file: row.file, lines: new Map() };
      this.#files.push(last);
    }
    last.lines.set(id, row.line);
    return false;
  }
}
