import type { Stance } from '@counterclaim/domain';
import type { GlyphName } from './glyph.ts';

/** The shape of each stance, in the order of a legend. */
export const STANCE_GLYPHS: Readonly<Record<Stance, GlyphName>> = {
  claims: 'claimed',
  accuses: 'accused',
  suspects: 'suspected',
  convicts: 'accused',
  denies: 'denied',
  exonerates: 'exonerated',
  reports: 'reported',
  declines: 'none',
  'none-claimed': 'none',
};
