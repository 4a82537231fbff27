import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Format } from './format.ts';

/** How a body is compressed; `identity` not at all. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Bodies below this many bytes are not worth compressing: they fit one packet. */
const THRESHOLD = 1024;

/**
 * The encoding that an `Accept-Encoding` header allows and that suits the format best: brotli makes the smallest bodies,
 * but what is compressed while it is being written gets gzip, the faster one.
 */
export function encodingOf(header: string | null, format: Format = 'json'): Encoding {
  if (header === null || header === '') return 'identity';
  const weights = new Map(
    header.split(',').map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
  const suiting: readonly Encoding[] = format === 'json' || format === 'pack' ? ['br', 'gzip'] : ['gzip'];
  return suiting.find((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0) ?? 'identity';
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** A body with the encoding in which it is sent. */
export interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: Encoding;
}

/** Compresses a body, however small it is. */
export async function compress(bytes: Uint8Array<ArrayBuffer>, wanted: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (wanted === 'identity') return bytes;
  const compressed =
    wanted === 'br'
      ? // Above 5 a body takes several times longer for a few percent.
        await brotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            // What repeats itself may lie far apart in a large one.
            ...(bytes.byteLength > 2 ** constants.BROTLI_DEFAULT_WINDOW
              ? { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS }
              : {}),
          },
        })
      : await deflate(bytes, { level: 6 });
  return new Uint8Array(compressed);
}

/** Compresses a body where it pays. */
export async function encode(bytes: Uint8Array<ArrayBuffer>, wanted: Encoding): Promise<Encoded> {
  const encoding = bytes.byteLength < THRESHOLD ? 'identity' : wanted;
  return { bytes: await compress(bytes, encoding), encoding };
}
