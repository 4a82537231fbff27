import type { AttributionStatus } from '@counterclaim/domain';
import type { GlyphName } from './glyph.ts';

interface StatusForm {
  readonly glyphs: readonly GlyphName[];
  readonly word: string;
}

/** How each attribution status looks and what it is called. The rule behind it is `attribution.<status>`. */
export const STATUS_FORMS: Readonly<Record<AttributionStatus, StatusForm>> = {
  'multiple-claims': { glyphs: ['multiple'], word: 'Claimed by several' },
  contested: { glyphs: ['contested'], word: 'Contested' },
  claimed: { glyphs: ['claimed'], word: 'Claimed' },
  'accused-and-denied': { glyphs: ['accused', 'denied'], word: 'Accused and denied' },
  accused: { glyphs: ['accused'], word: 'Accused' },
  'parties-only': { glyphs: ['parties'], word: 'Parties only' },
  unclaimed: { glyphs: ['unclaimed'], word: 'Unclaimed' },
};
