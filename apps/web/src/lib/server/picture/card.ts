import { fitText } from '#lib/components/picture/text.ts';
import { escapeXml } from './frame.ts';
import { PALETTE } from './palette.ts';
import { BASE_STYLE } from './style.ts';

/** What a page is shown as where it is linked: in chats, in timelines. Words and ranges, nobody's picture. */
export interface Card {
  readonly title: string;
  /** Above the title: when, where, what kind of page. */
  readonly kicker: string;
  /** Below it, in neutral words. */
  readonly sentence: string;
  /** Up to three numbers with what they count. */
  readonly figures: readonly { readonly value: string; readonly words: string }[];
  /** As of which date, from which ledger. */
  readonly state: string;
}

/** Pixels, as the Open Graph asks for. */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 64;
const ROOM = CARD.width - 2 * MARGIN;

const text = (x: number, y: number, size: number, words: string, attributes = ''): string =>
  `<text x="${x}" y="${y}" style="font-size:${size}px" ${attributes}>${escapeXml(words)}</text>`;

/** A card as SVG: long titles and sentences are cut, and say so. */
export function cardSvg({ title, kicker, sentence, figures, state }: Card): string {
  const titles = fitText(title, ROOM, 56, 2);
  const sentenceY = 150 + titles.length * 64;
  const end = figures.length > 0 ? 450 : 540;
  const sentences = fitText(sentence, ROOM, 32, Math.floor((end - sentenceY) / 42));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${BASE_STYLE}</style>`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="${PALETTE.bg}"/>`,
    `<rect width="16" height="${CARD.height}" fill="${PALETTE.accent}"/>`,
    ...fitText(kicker, ROOM, 28).map((line) => text(MARGIN, 92, 28, line, 'class="m"')),
    ...titles.map((line, index) => text(MARGIN, 160 + index * 64, 56, line, 'class="b"')),
    ...sentences.map((line, index) => text(MARGIN, sentenceY + 20 + index * 42, 32, line)),
    ...figures.flatMap(({ value, words }, index) => [
      text(MARGIN + index * 340, 510, 44, value, 'class="b"'),
      text(MARGIN + index * 340, 540, 24, words, 'class="m"'),
    ]),
    `<line class="group" x1="${MARGIN}" x2="${CARD.width - MARGIN}" y1="562" y2="562"/>`,
    text(MARGIN, 600, 28, 'Counterclaim', 'class="b"'),
    ...fitText(state, ROOM - 240, 24).map((line) =>
      text(CARD.width - MARGIN, 600, 24, line, 'class="m" text-anchor="end"'),
    ),
    '</svg>',
  ].join('\n');
}
