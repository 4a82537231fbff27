import { keepAsOf } from '#lib/state/as-of.ts';
import { EMBED_WORDS, type EmbedForm } from './form.ts';

/** A frame that somebody else's page can hold. */
export interface EmbedCode {
  readonly form: EmbedForm;
  readonly name: string;
  /** HTML that always shows what is known. */
  readonly live: string;
  /** HTML that shows what was known by a date. */
  readonly frozen: string;
  /** The page in the frame, live. */
  readonly href: string;
}

export interface Embedded {
  readonly form: EmbedForm;
  readonly id: string;
  /** Which record a histogram is of. */
  readonly of?: 'place' | 'actor' | undefined;
  /** What it is of: the title of an event, the name of a place. */
  readonly title: string;
  /** Pixels that it needs at the width of an article; what is more scrolls. */
  readonly height: number;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escapeAttribute = (text: string): string => text.replaceAll(/[&"<>]/g, (character) => ESCAPES[character] ?? '');

/**
 * The HTML of a frame. It needs no script and no cookie: its sandbox grants no more than that a link opens a page of its own.
 *
 * @param src an absolute address
 */
export const frameHtml = (src: string, title: string, height: number): string =>
  `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="100%" height="${height}" loading="lazy" style="border:0" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;

/**
 * The code of a frame, live and as of a date.
 *
 * @param origin where the site is: `https://example.org`
 * @param date EDTF
 */
export function embedCode({ form, id, of, title, height }: Embedded, origin: string, date: string): EmbedCode {
  const { name, question } = EMBED_WORDS[form];
  const href = `/embed/${form}/${id}${of === undefined ? '' : `?of=${of}`}`;
  const label = `${question}: ${title} (Counterclaim)`;
  return {
    form,
    name,
    live: frameHtml(origin + href, label, height),
    frozen: frameHtml(origin + keepAsOf(href, date), label, height),
    href,
  };
}
