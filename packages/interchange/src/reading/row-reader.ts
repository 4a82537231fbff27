import { parseDate } from '@counterclaim/domain';
import type { Problem, ProblemWeight, SourceRow } from '../codec.ts';

/** Numbers by which datasets say that there is none. */
const SENTINELS = ['-9', '-99', '-999', '-9999'];

/** Takes the values of one row, and keeps what is wrong with them: one reading tells everything that is. */
export class RowReader {
  readonly problems: Problem[] = [];
  readonly #row: SourceRow;

  constructor(row: SourceRow) {
    this.#row = row;
  }

  get line(): number {
    return this.#row.line;
  }

  /** What its file is called, where the table comes in several. */
  get file(): string | undefined {
    return this.#row.file;
  }

  /** Whether something is so wrong that the row cannot be kept. */
  get rejected(): boolean {
    return this.problems.some(({ weight }) => weight !== 'noted');
  }

  report(weight: ProblemWeight, column: string | null, reason: string, remedy: string): void {
    this.problems.push({ line: this.#row.line, column, reason, remedy, weight });
  }

  /** The cell, without spaces around it; empty where the table lacks the column. */
  text(column: string): string {
    return this.#row.cells[column]?.trim() ?? '';
  }

  /** Whether the table has the column. */
  has(column: string): boolean {
    return this.#row.cells[column] !== undefined;
  }

  /** A text that must be there. */
  required(column: string): string {
    const text = this.text(column);
    if (text === '') this.report('rejected', column, `${column} is empty`, 'give a value');
    return text;
  }

  /** A whole number from 0. Spreadsheets write some as 12.0. NaN, and a problem, where there is none. */
  count(column: string): number {
    const text = this.text(column);
    if (/^\d{1,9}(?:\.0+)?$/.test(text)) return Number(text);
    if (SENTINELS.includes(text.replace(/\.0+$/, ''))) {
      this.report(
        'rejected',
        column,
        `${column} is ${text}, which stands for “not known”`,
        'give a number, or leave the row out',
      );
    } else {
      this.report('rejected', column, `${column} is ${JSON.stringify(text)}`, 'give a whole number from 0');
    }
    return NaN;
  }

  /** One of the codes of a list; the first, and a problem, where it is none. */
  code(column: string, codes: readonly string[]): string {
    const text = this.text(column).replace(/\.0+$/, '');
    if (codes.includes(text)) return text;
    this.report(
      'rejected',
      column,
      `${column} is ${JSON.stringify(this.text(column))}`,
      `give one of ${codes.join(', ')}`,
    );
    return codes[0] ?? '';
  }

  /** A calendar day, YYYY-MM-DD; a clock time behind it is left out. `undefined`, and a problem, where there is none. */
  day(column: string): string | undefined {
    const text = this.text(column);
    const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text)?.[1];
    if (day !== undefined && parseDate(day).ok) return day;
    this.report(
      'rejected',
      column,
      day === undefined ? `${column} is ${JSON.stringify(text)}` : `${column} is ${day}, a day that no calendar has`,
      'write the day as YYYY-MM-DD',
    );
    return undefined;
  }

  /** Degrees, WGS 84; `undefined`, and a problem, where there are none. */
  coordinates(): { readonly latitude: number; readonly longitude: number } | undefined {
    const latitude = this.#degrees('latitude', 180);
    const longitude = this.#degrees('longitude', 180);
    if (latitude === undefined || longitude === undefined) return undefined;
    if (Math.abs(latitude) > 90) {
      const swapped = Math.abs(longitude) <= 90;
      this.report(
        'rejected',
        'latitude',
        `latitude is ${latitude}, beyond the poles`,
        swapped ? 'swap latitude and longitude' : 'give degrees from -90 to 90',
      );
      return undefined;
    }
    if (latitude === 0 && longitude === 0) {
      this.report(
        'rejected',
        'latitude',
        'the coordinates are 0, 0, which stands for “not known”',
        'give the coordinates, or leave the row out',
      );
      return undefined;
    }
    return { latitude, longitude };
  }

  #degrees(column: string, most: number): number | undefined {
    const text = this.text(column);
    const degrees = /^[-+]?\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
    if (Math.abs(degrees) <= most) return degrees;
    this.report('rejected', column, `${column} is ${JSON.stringify(text)}`, 'give degrees with a decimal point');
    return undefined;
  }
}
