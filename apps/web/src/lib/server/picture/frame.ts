import { wrapText } from '#lib/components/picture/text.ts';
import { PALETTE } from './palette.ts';
import { BASE_STYLE } from './style.ts';

/** A chart and everything that a file needs which leaves the site. */
export interface Picture {
  readonly title: string;
  /** What is shown, and as of which date. */
  readonly lines: readonly string[];
  /** What the chart shows, for those who do not see it. */
  readonly description: string;
  /** The chart as SVG, `width` × `height` pixels from its own corner. */
  readonly content: string;
  readonly width: number;
  readonly height: number;
  /** Style sheet of the chart's classes. */
  readonly style: string;
  /** How to read it, in small print below. */
  readonly note: string;
  /** How to cite it, with its address. */
  readonly citation: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML has it. What no XML may contain is left out. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- they are what must not get into XML
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const MARGIN = 24;
const TITLE = { size: 24, line: 30 };
const LINE = { size: 16, line: 22 };
const FOOT = { size: 12, line: 16 };

interface Block {
  readonly lines: readonly string[];
  readonly height: number;
}

function blockOf(
  texts: readonly string[],
  width: number,
  { size, line }: { readonly size: number; readonly line: number },
  y: number,
  attributes: string,
): Block {
  const lines = texts.flatMap((text) => wrapText(text, width, size));
  return {
    lines: lines.map(
      (text, index) => `<text x="${MARGIN}" y="${y + (index + 1) * line}" ${attributes}>${escapeXml(text)}</text>`,
    ),
    height: lines.length * line,
  };
}

/**
 * A chart as a file of its own: colours resolved, fonts named with what may stand in for them, title, state and citation inside. Nothing in it
 * leads to another file.
 */
export function standalone(picture: Picture): string {
  const { width, height } = picture;
  const title = blockOf([picture.title], width, TITLE, MARGIN, `style="font-size:${TITLE.size}px" class="b"`);
  const headY = MARGIN + title.height;
  const head = blockOf(picture.lines, width, LINE, headY, `style="font-size:${LINE.size}px"`);
  const contentY = headY + head.height + MARGIN;
  const footY = contentY + height + MARGIN;
  const foot = blockOf([picture.note, picture.citation], width, FOOT, footY + 4, 'class="small"');
  const full = { width: width + 2 * MARGIN, height: footY + foot.height + MARGIN };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${full.width}" height="${full.height}" viewBox="0 0 ${full.width} ${full.height}" role="img">`,
    `<title>${escapeXml(picture.title)}</title>`,
    `<desc>${escapeXml(picture.description)}</desc>`,
    `<style>${BASE_STYLE}${picture.style}</style>`,
    `<rect width="${full.width}" height="${full.height}" fill="${PALETTE.bg}"/>`,
    ...title.lines,
    ...head.lines,
    `<svg x="${MARGIN}" y="${contentY}" width="${width}" height="${height}" overflow="visible">${picture.content}</svg>`,
    `<line class="group" x1="${MARGIN}" x2="${MARGIN + width}" y1="${footY}" y2="${footY}"/>`,
    ...foot.lines,
    '</svg>',
  ].join('\n');
}
