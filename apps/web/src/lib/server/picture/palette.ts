type Channels = readonly [number, number, number];

const channels = (hex: string): Channels => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as never;
const hex = (of: Channels): string => `#${of.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

/** So many percent of one colour in another, as `color-mix(in srgb, …)` mixes them. */
function mix(colour: string, percent: number, into: string): string {
  const own = channels(colour);
  const other = channels(into);
  return hex(
    [0, 1, 2].map((at) => Math.round(((own[at] ?? 0) * percent + (other[at] ?? 0) * (100 - percent)) / 100)) as never,
  );
}

const BG = '#fbfbf9';
const INK = '#1b2126';
const ACCENT = '#0b5d7a';

/**
 * The light colours of `styles/tokens.css`, resolved: a file that leaves the site has no tokens, and whoever shows it chooses no theme. A test
 * holds the two together.
 */
export const PALETTE = {
  bg: BG,
  ink: INK,
  muted: '#55606a',
  accent: ACCENT,
  claimed: '#6a1b4d',
  accused: '#a85a00',
  denied: '#1f6fb2',
  unknown: '#6b7178',
  rule: mix(INK, 19, BG),
  ruleStrong: mix(INK, 60, BG),
  band: mix(ACCENT, 13, BG),
  lane: mix(INK, 5, BG),
  sea: mix(ACCENT, 7, BG),
  coast: mix(INK, 38, BG),
} as const;

/** In stacked bars, weaker forms of the colours that squares have as outlines. */
export const WEAK = {
  claimed: mix(PALETTE.claimed, 55, BG),
  accused: mix(PALETTE.accused, 55, BG),
  muted: mix(PALETTE.muted, 40, BG),
} as const;
