import type { Part } from './part.ts';

/** First bytes of a pack. */
export const MAGIC = 'counterclaim-pack';
/** Rises whenever a reader of the one before would misread it. */
export const PACK_VERSION = 1;

/**
 * What a pack begins with. After the letters of `MAGIC` come the length of this header (32 bits, lowest byte first), the header as JSON in UTF-8,
 * and the bytes of its parts, one after another.
 */
export interface PackHeader {
  readonly version: number;
  /** The state of the ledger. */
  readonly revision: string;
  readonly events: number;
  /**
   * `core`: where, when, how many and how certain; `claims`: who says what, in which source; `names`: ids and labels. The first is enough to
   * draw a map.
   */
  readonly parts: readonly Part[];
}
