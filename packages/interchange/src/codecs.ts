import { ACLED } from './acled/codec.ts';
import type { Codec } from './codec.ts';
import { GTD } from './gtd/codec.ts';
import { UCDP_GED } from './ucdp-ged/codec.ts';

/** Every format of others that can be read, as the command line offers them. */
export const CODECS: readonly Codec[] = [UCDP_GED, ACLED, GTD];
