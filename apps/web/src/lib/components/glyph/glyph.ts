/** The shapes of the site. Each is told from the others by form alone. */
export const GLYPHS = [
  'claimed',
  'accused',
  'suspected',
  'denied',
  'exonerated',
  'reported',
  'none',
  'contested',
  'multiple',
  'parties',
  'unclaimed',
  'revised',
  'disputed',
] as const;
export type GlyphName = (typeof GLYPHS)[number];

/** Which stance colour a shape takes; shapes that are no stance take the colour of their text. */
export const GLYPH_TONE: Readonly<Partial<Record<GlyphName, string>>> = {
  claimed: 'claimed',
  accused: 'accused',
  suspected: 'suspected',
  denied: 'denied',
  exonerated: 'exonerated',
  reported: 'unknown',
  none: 'unknown',
};
