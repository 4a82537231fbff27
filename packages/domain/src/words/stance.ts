import type { Stance } from '../index.ts';

/** What a claimant did, in the words that stand beside the glyphs. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  claims: 'claimed',
  denies: 'denied',
  declines: 'declined to say',
  accuses: 'accused',
  suspects: 'suspected',
  convicts: 'convicted',
  exonerates: 'exonerated',
  reports: 'reported',
  'none-claimed': 'says nobody claimed it',
};

/** The word for a stance, in lower case: "accused". */
export const formatStance = (stance: Stance): string => STANCE_WORDS[stance];
