import { RULES } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { release } from '../schema/release.ts';
import { packOf } from './pack.ts';
import { type Foundation, newRouter } from './router.ts';

const getRelease = createRoute({
  method: 'get',
  path: '/release',
  operationId: 'getRelease',
  tags: ['Service'],
  summary: 'What is served',
  description:
    'The datasets with their digests and sizes, the version of every counting rule, and the build of the software.',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The release.', content: { 'application/json': { schema: release } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
  },
});

export const releaseRoutes = ({ store, build }: Foundation) =>
  newRouter().openapi(getRelease, async (context) => {
    const { revision, datasets } = await store.state();
    return answer(context, release, {
      methodology: { rules: RULES },
      revision,
      datasets,
      pack: `/api/v1/pack/${packOf(revision)}.bin`,
      build,
    });
  });
