import { type PackedTexts, textAt, TextPacker } from '../packed-text.ts';

/** Stands in a text for the number of its row: no name has this character. */
const NUMBER = '\0';

/** Ids and labels, taken apart: rows of a dataset differ by a number alone. */
export interface Names {
  /** The number at the end of each id; 0 where there is none, or it cannot be taken out. */
  readonly numbers: Uint32Array;
  /** For each row the place of its id, then of its label, in `texts`. */
  readonly places: Uint32Array;
  /** Each text once, as it comes first. */
  readonly texts: PackedTexts;
}

const ENDING = /(?<=-)[1-9]\d{0,8}$/;

/** @param columns Texts of the same rows: ids first, from which the numbers are. */
export function takeApart(rows: number, [ids, ...others]: readonly PackedTexts[]): Names {
  const numbers = new Uint32Array(rows);
  const places = new Uint32Array(rows * (1 + others.length));
  const texts = new TextPacker();
  const found = new Map<string, number>();
  const placeOf = (text: string): number => {
    const place = found.get(text) ?? found.size;
    if (place === found.size) {
      found.set(text, place);
      texts.add(text);
    }
    return place;
  };
  for (let row = 0; row < rows; row += 1) {
    const own = [ids, ...others].map((column) => textAt(column, row));
    const [ending] = own.some((text) => text.includes(NUMBER)) ? [] : (ENDING.exec(own[0]) ?? []);
    if (ending !== undefined) numbers[row] = Number(ending);
    own.forEach((text, column) => {
      const template = ending === undefined ? text : text.replaceAll(ending, NUMBER);
      places[row * own.length + column] = placeOf(template);
    });
  }
  return { numbers, places, texts: texts.finish() };
}

/** Puts the texts of each row together again. @param take Called with the texts of one row after another. */
export function putTogether({ numbers, places, texts }: Names, take: (...own: string[]) => void): void {
  const columns = places.length / Math.max(1, numbers.length);
  const templates = Array.from({ length: texts.offsets.length - 1 }, (_, place) => textAt(texts, place));
  for (let row = 0; row < numbers.length; row += 1) {
    const number = String(numbers[row]);
    const own: string[] = [];
    for (let column = 0; column < columns; column += 1) {
      const template = templates[places[row * columns + column]];
      own.push(numbers[row] === 0 ? template : template.replaceAll(NUMBER, number));
    }
    take(...own);
  }
}
