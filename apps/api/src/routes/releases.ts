import { createHash } from 'node:crypto';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { Problem } from '../http/problem.ts';
import { byteRange } from '../http/range.ts';
import type { MissingFile } from '../releases.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { RELEASE_MEDIA_TYPES, releaseFileContent, releaseList } from '../schema/releases.ts';
import { type Foundation, newRouter } from './router.ts';

const listReleases = createRoute({
  method: 'get',
  path: '/releases',
  operationId: 'listReleases',
  tags: ['Service'],
  summary: 'The releases of the records',
  description:
    'Every release, the latest first: what it holds, by which rules it was derived, and its files with their checksums. All of them, not a page.',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The releases.', content: { 'application/json': { schema: releaseList } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
  },
});

const getReleaseFile = createRoute({
  method: 'get',
  path: '/releases/{version}/{file}',
  operationId: 'getReleaseFile',
  tags: ['Service'],
  summary: 'A file of a release',
  description:
    'The file as it was released, or with `Range: bytes=…` a part of it. Its `ETag` is its SHA-256, and never changes. A server may have the list of a release without its files: `available` tells.',
  request: {
    params: z.strictObject({
      version: z.string().meta({ description: 'The version of the release.', examples: ['2026.1'] }),
      file: z.string().meta({ description: 'The name of the file.', examples: ['ledger.json'] }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: {
      description: 'The file.',
      content: Object.fromEntries(RELEASE_MEDIA_TYPES.map((mediaType) => [mediaType, { schema: releaseFileContent }])),
    },
    206: {
      description: 'The part of the file that `Range` asks for.',
      content: Object.fromEntries(RELEASE_MEDIA_TYPES.map((mediaType) => [mediaType, { schema: releaseFileContent }])),
    },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'not-found', 'range-not-satisfiable'),
  },
});

const quoted = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);

function notThere(version: string, file: string, missing: MissingFile): Problem {
  if (missing === 'release') {
    return new Problem('not-found', `No release has the version ${quoted(version)}. /api/v1/releases lists them.`);
  }
  if (missing === 'content') {
    return new Problem(
      'not-found',
      `This server has the list of release ${version}, but not this file of it. Whoever runs it can make the file: counterclaim release ${version} --again.`,
    );
  }
  return new Problem('not-found', `Release ${version} has no file ${quoted(file)}. It has ${missing.has.join(', ')}.`);
}

export const releasesRoutes = ({ releases }: Foundation) =>
  newRouter()
    .openapi(listReleases, async (context) => {
      const items = await releases.list();
      // The list is no part of the ledger: it has a tag of its own.
      const digest = createHash('sha256').update(JSON.stringify(items)).digest('base64url');
      context.header('etag', `W/"${digest}"`);
      return answer(context, releaseList, { items });
    })
    .openapi(getReleaseFile, async (context) => {
      const { version, file } = context.req.valid('param');
      const found = await releases.file(version, file);
      if ('missing' in found) throw notThere(version, file, found.missing);
      const { bytes, mediaType } = found;
      const tag = `"${found.sha256}"`;
      const range = byteRange(context.req.header('range'), context.req.header('if-range'), { bytes, tag });
      if (range === 'unsatisfiable') {
        throw new Problem('range-not-satisfiable', `The file has ${bytes} bytes: ask for some of these.`, {
          headers: { 'content-range': `bytes */${bytes}` },
        });
      }
      const headers = {
        'accept-ranges': 'bytes',
        'content-type': mediaType,
        'content-disposition': `attachment; filename="counterclaim-${version}-${file}"`,
        etag: tag,
      };
      if (range === undefined) {
        return new Response(found.open(), { headers: { ...headers, 'content-length': String(bytes) } });
      }
      const { start, end } = range;
      return new Response(found.open(range), {
        status: 206,
        headers: {
          ...headers,
          'content-length': String(end - start + 1),
          'content-range': `bytes ${start}-${end}/${bytes}`,
        },
      });
    });
