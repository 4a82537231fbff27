import type { Column } from '../growing.ts';
import { PackError } from './pack-error.ts';

/** How the numbers of a column stand in a pack, as its header says. */
export interface NumberColumn {
  readonly name: string;
  /** How many numbers. */
  readonly rows: number;
  /** Bytes of each code: first the lowest byte of every code, then the next of every code, and so on. */
  readonly width: number;
  /** Codes are the differences from one number to the next, alternating: 0, -1, 1, -2 … are 0, 1, 2, 3 … */
  readonly delta?: true;
  /** Codes below 3 are not a number, minus and plus infinity; the others, less 3, alternate as differences do. */
  readonly signed?: true;
  /** Numbers are codes times this. */
  readonly unit?: number;
  /** Numbers are codes divided by this. */
  readonly per?: number;
  /** Codes are IEEE 754 numbers of 64 bits. */
  readonly float?: true;
}

/** A column with its bytes. */
export interface Packed {
  readonly column: NumberColumn;
  readonly bytes: Uint8Array;
}

/** What comes before the numbers of a signed column. */
const SPECIAL = [NaN, -Infinity, Infinity] as const;
const MOST_WIDTH = 7;

const alternating = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const straight = (code: number): number => (code % 2 === 0 ? code / 2 : -(code + 1) / 2);

function greatestDivisor(values: ArrayLike<number>): number {
  let divisor = 0;
  for (let at = 0; at < values.length && divisor !== 1; at += 1) {
    let [a, b] = [divisor, Math.abs(values[at])];
    if (!Number.isFinite(b)) continue;
    while (b !== 0) [a, b] = [b, a % b];
    divisor = a;
  }
  return Math.max(1, divisor);
}

/** Beyond this, differences are not exact. */
const MOST = 2 ** 50;
/** Decimals that coordinates and radii have, at most. */
const MOST_DECIMALS = 7;

/** By how much fractions have to be multiplied to be whole, without loss; nothing where no power of ten does it. */
function multiplierOf(values: ArrayLike<number>): number | undefined {
  let decimals = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (!Number.isFinite(values[at])) continue;
    if (Math.abs(values[at]) * 10 ** decimals > MOST) return undefined;
    while (Math.round(values[at] * 10 ** decimals) / 10 ** decimals !== values[at]) {
      decimals += 1;
      if (decimals > MOST_DECIMALS) return undefined;
    }
  }
  return 10 ** decimals;
}

const isWhole = (values: ArrayLike<number>): boolean => ArrayBuffer.isView(values) && !(values instanceof Float64Array);

function planesOf(codes: Float64Array): Pick<NumberColumn, 'width'> & { readonly bytes: Uint8Array } {
  let most = 0;
  for (let at = 0; at < codes.length; at += 1) most = Math.max(most, codes[at]);
  const width = most === 0 ? 0 : Math.floor(Math.log2(most) / 8) + 1;
  if (width > MOST_WIDTH) throw new RangeError(`${most} is no number of ${MOST_WIDTH} bytes`);
  const bytes = new Uint8Array(codes.length * width);
  for (let at = 0; at < codes.length; at += 1) {
    let rest = codes[at];
    for (let plane = at; rest > 0; plane += codes.length) {
      bytes[plane] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }
  return { width, bytes };
}

/** Packs numbers without loss. @param options `delta` where each is near to the one before. */
export function packNumbers(name: string, values: ArrayLike<number>, options: { readonly delta?: true } = {}): Packed {
  const rows = values.length;
  // Most bytes are those of texts.
  if (values instanceof Uint8Array) return { column: { name, rows, width: 1 }, bytes: values };
  const per = isWhole(values) ? 1 : multiplierOf(values);
  if (per === undefined) {
    const bytes = new Uint8Array(Float64Array.from(values).buffer);
    return { column: { name, rows, width: 8, float: true }, bytes: split(bytes, rows) };
  }
  const unit = isWhole(values) || per !== 1 ? 1 : greatestDivisor(values);
  const codes = new Float64Array(rows);
  for (let at = 0; at < rows; at += 1) codes[at] = Math.round((values[at] * per) / unit);
  const signed = codes.some((code) => !(code >= 0 && code < Infinity));
  if (signed) for (let at = 0; at < rows; at += 1) codes[at] = signedCode(codes[at]);
  if (options.delta) {
    for (let at = rows - 1; at >= 0; at -= 1) codes[at] = alternating(codes[at] - (at === 0 ? 0 : codes[at - 1]));
  }
  const { width, bytes } = planesOf(codes);
  return {
    column: {
      name,
      rows,
      width,
      ...options,
      ...(signed ? { signed } : {}),
      ...(unit === 1 ? {} : { unit }),
      ...(per === 1 ? {} : { per }),
    },
    bytes,
  };
}

const signedCode = (code: number): number =>
  Number.isFinite(code) ? SPECIAL.length + alternating(code) : SPECIAL.findIndex((special) => Object.is(special, code));

/** Byte after byte of each number into planes. */
function split(bytes: Uint8Array, rows: number): Uint8Array {
  const planes = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) planes[(at % 8) * rows + Math.floor(at / 8)] = bytes[at];
  return planes;
}

function join(planes: Uint8Array, rows: number): Float64Array {
  const bytes = new Uint8Array(planes.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = planes[(at % 8) * rows + Math.floor(at / 8)];
  return new Float64Array(bytes.buffer);
}

/**
 * Unpacks numbers.
 *
 * @param make The column that they are put into.
 * @throws PackError when a number is none that the column can hold.
 */
export function unpackNumbers<Kind extends Column>(
  { column, bytes }: Packed,
  make: new (length: number) => Kind,
): Kind {
  const { name, rows, width, delta, signed, unit = 1, per = 1, float } = column;
  const values = new make(rows);
  if (values instanceof Uint8Array && width === 1 && delta === undefined && signed === undefined) {
    values.set(bytes);
    return values;
  }
  const floats = float ? join(bytes, rows) : undefined;
  let last = 0;
  for (let row = 0; row < rows; row += 1) {
    let value = 0;
    if (floats !== undefined) value = floats[row];
    else {
      for (let plane = (width - 1) * rows + row; plane >= 0; plane -= rows) value = value * 256 + bytes[plane];
      if (delta) value = last += straight(value);
      if (signed) value = value < SPECIAL.length ? SPECIAL[value] : straight(value - SPECIAL.length);
      value = (value * unit) / per;
    }
    values[row] = value;
    if (values[row] !== value && !Number.isNaN(value)) {
      throw new PackError(`number ${row + 1} of ${name} is ${value}, which this column cannot hold`);
    }
  }
  return values;
}
