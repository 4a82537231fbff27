import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { providedRasterizer } from '../raster/provided.ts';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** The format that an address ends in. Throws 404, naming those that there are. */
export function pictureFormat(text: string): PictureFormat {
  const format = PICTURE_FORMATS.find((name) => name === text);
  if (format === undefined) error(404, `Pictures come as .svg and .png, not as .${text}.`);
  return format;
}

const HEADERS = {
  'cache-control': 'public, max-age=0, must-revalidate',
  // Whoever links a picture may show it.
  'cross-origin-resource-policy': 'cross-origin',
  // Opened by itself a drawing is a document: it has a style sheet, and needs nothing else.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *",
};

/** Whether a tag is among those that a request already has. */
const holds = (request: Request, tag: string): boolean =>
  (request.headers.get('if-none-match') ?? '').split(',').some((given) => given.trim().replace(/^W\//, '') === tag);

/**
 * A drawing as a file, tagged by what is drawn: an unchanged one is not drawn anew.
 *
 * @param scale pixels of the PNG for each of the drawing
 */
export async function pictureAnswer(
  svg: string,
  format: PictureFormat,
  request: Request,
  scale = 2,
): Promise<Response> {
  const tag = `"${createHash('sha256').update(`${format} ${scale} ${svg}`).digest('base64url').slice(0, 27)}"`;
  const headers = { ...HEADERS, etag: tag };
  if (holds(request, tag)) return new Response(null, { status: 304, headers });
  if (format === 'svg')
    return new Response(svg, { headers: { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' } });
  try {
    const png = await providedRasterizer().png(svg, scale);
    return new Response(png, { headers: { ...headers, 'content-type': 'image/png' } });
  } catch (problem) {
    // The class itself stands in the process that provides it, not in Kit's bundle.
    if (problem instanceof Error && problem.name === 'RasterizerBusy')
      error(503, 'Too many pictures are being made: try again in a moment, or take the SVG.');
    throw problem;
  }
}
