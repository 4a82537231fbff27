import { capitalise } from '#lib/format/capitalise.ts';
import { formatCount } from '#lib/format/number.ts';
import { formatStance } from '#lib/format/stance.ts';
import type { ClaimMatrix } from '../event/matrix.ts';
import type { GlyphName } from '../glyph/glyph.ts';
import { STANCE_GLYPHS } from '../glyph/stance.ts';
import { fitText } from './text.ts';

interface PlacedStance {
  readonly y: number;
  readonly glyph: GlyphName;
  readonly past: boolean;
  readonly word: string;
  readonly lines: readonly string[];
}

interface PlacedRow {
  readonly y: number;
  readonly height: number;
  readonly name: readonly string[];
  readonly note: readonly string[];
  /** One for each column; empty where the ledger holds no statement. */
  readonly cells: readonly { readonly x: number; readonly stances: readonly PlacedStance[] }[];
}

/** A claim matrix in pixels. */
export interface MatrixLayout {
  readonly height: number;
  readonly heads: readonly { readonly x: number; readonly lines: readonly string[] }[];
  readonly rows: readonly PlacedRow[];
}

const SIZE = 14;
const LINE = 18;
/** Pixels of the names of claimants. */
const NAMES = 270;
/** Pixels above the first row: "about", and two lines of a name. */
export const MATRIX_HEAD = 60;
/** Pixels above and below what stands in a row. */
const PADDING = 12;

/** Lays a claim matrix out in a width: a row is as tall as its fullest cell. */
export function matrixLayout({ columns, rows }: Pick<ClaimMatrix, 'columns' | 'rows'>, width: number): MatrixLayout {
  const room = (width - NAMES) / Math.max(1, columns.length);
  const xOf = (index: number): number => NAMES + index * room;
  let y = MATRIX_HEAD;
  const placed = rows.map((row): PlacedRow => {
    const name = fitText(row.name, NAMES - 20, SIZE, 2);
    const note = fitText(row.note, NAMES - 20, SIZE, 2);
    let tallest = name.length + note.length;
    const cells = row.cells.map((stances, index) => {
      let line = 0;
      const own = stances.map((stance): PlacedStance => {
        const word = formatStance(stance.stance);
        const lines = [
          ...(stance.restated ? ['restated by a compiler'] : []),
          ...fitText(stance.when, room - 12, SIZE, 2),
          `${formatCount(stance.origins, 'origin')}, ${formatCount(stance.documents, 'document')}`,
        ];
        const at = y + PADDING + line * LINE;
        line += lines.length + 1;
        return {
          y: at,
          glyph: STANCE_GLYPHS[stance.stance],
          past: stance.past,
          word: stance.past ? `earlier: ${word}` : capitalise(word),
          lines,
        };
      });
      tallest = Math.max(tallest, line);
      return { x: xOf(index), stances: own };
    });
    const height = Math.max(1, tallest) * LINE + 2 * PADDING;
    const top = y;
    y += height;
    return { y: top, height, name, note, cells };
  });
  return {
    height: y,
    heads: columns.map(({ name }, index) => ({ x: xOf(index), lines: fitText(name, room - 12, SIZE, 2) })),
    rows: placed,
  };
}
