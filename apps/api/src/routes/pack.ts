import { PACK_VERSION } from '@counterclaim/columns';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Environment } from '../http/environment.ts';
import { CONTENT_TYPES } from '../http/format.ts';
import { Problem } from '../http/problem.ts';
import { asOf } from '../query/event-query.ts';
import { given } from '../query/given.ts';
import { wordsParameter } from '../query/words.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { notReady } from './map.ts';
import { type Foundation, newRouter } from './router.ts';

const RELEASE = '[0-9a-f]{16}-\\d{1,4}';

const named = (shape: string) =>
  z.string().regex(new RegExp(`^${shape}$`), {
    error: ({ input }) =>
      `${JSON.stringify(input)} is no release of a pack: copy the address of the present one from /api/v1/release`,
  });

/** The name of a state of the ledger as a pack: its revision, and how packs are laid out. */
export const packOf = (revision: string): string => `${revision}-${PACK_VERSION}`;

const bytes = { [CONTENT_TYPES.pack]: { schema: { type: 'string', format: 'binary' } } } as const;

const getPack = createRoute({
  method: 'get',
  path: '/pack/{file}',
  operationId: 'getPack',
  tags: ['Events'],
  summary: 'All events as columns',
  description:
    'Everything that filters, counts and maps read, as one file of typed columns: for whoever goes on without asking again. `/api/v1/release` has the address of the present one, which never changes: another state of the ledger has another. `packages/columns/README.md` describes its layout.',
  request: {
    params: z.strictObject({
      file: named(`${RELEASE}\\.bin`).meta({
        description: 'The release, as `/api/v1/release` has it, and the suffix `.bin`.',
        examples: ['0123456789abcdef-1.bin'],
      }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: 'The pack.', content: bytes },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'not-found', 'unavailable'),
  },
});

const getWords = createRoute({
  method: 'get',
  path: '/pack/{release}/words.bin',
  operationId: 'getPackWords',
  tags: ['Events'],
  summary: 'Which events of a pack have words',
  description:
    'A bit for each event of the pack, in its order: 1 where `/events` would find it by `q`. The first event is the lowest bit of the first byte. A pack has no texts.',
  request: {
    params: z.strictObject({
      release: named(RELEASE).meta({
        description: 'The release, as `/api/v1/release` has it.',
        examples: ['0123456789abcdef-1'],
      }),
    }),
    query: z.strictObject({ q: wordsParameter, asOf: asOf.optional() }),
  },
  responses: {
    200: { description: 'The bits.', content: bytes },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'not-found', 'unavailable'),
  },
});

/** @throws Problem when another release is asked for than the present one. */
function ensurePresent(asked: string, { revision }: Pick<Environment['Bindings'], 'revision'>): void {
  const present = packOf(revision);
  if (asked === present) return;
  throw new Problem(
    'not-found',
    `The ledger is no longer, or not yet, at the release ${asked}. The present one is /api/v1/pack/${present}.bin.`,
  );
}

export const packRoutes = ({ columns }: Foundation) =>
  newRouter()
    .openapi(getPack, async (context) => {
      const { encoding, revision } = context.env;
      ensurePresent(context.req.valid('param').file.replace(/\.bin$/, ''), context.env);
      const pack = await columns.pack(encoding);
      if (pack === undefined) throw notReady('pack');
      return context.body(pack, 200, {
        'content-type': CONTENT_TYPES.pack,
        'content-length': String(pack.byteLength),
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
        // The address names the state.
        'cache-control': 'public, max-age=31536000, immutable',
        etag: `"${packOf(revision)}-${encoding}"`,
      });
    })
    .openapi(getWords, async (context) => {
      ensurePresent(context.req.valid('param').release, context.env);
      const bits = await columns.withWords(given(context.req.valid('query')));
      if (bits === undefined) throw notReady('pack');
      return context.body(bits, 200, { 'content-type': CONTENT_TYPES.pack });
    });
