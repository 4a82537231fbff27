import { isClaimId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { listFrom, pageRequest } from '../http/paging.ts';
import { unknownId } from '../http/problem.ts';
import { claimFilterOf, claimListQuery } from '../query/claim-query.ts';
import { claimDetail, claimList } from '../schema/detail.ts';
import { problems } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const tags = ['Claims'];

const listClaims = createRoute({
  method: 'get',
  path: '/claims',
  operationId: 'listClaims',
  tags,
  summary: 'Claims that match the filters',
  description:
    'A page of claims, by id. Filters that take several values mean any of them; different filters must all hold.',
  request: { query: claimListQuery },
  responses: {
    200: { description: 'The claims.', content: { 'application/json': { schema: claimList } } },
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const getClaim = createRoute({
  method: 'get',
  path: '/claims/{source}/{slug}',
  operationId: 'getClaim',
  tags,
  summary: 'One claim with what it names',
  description: 'The claim, its source, the actors, places and events it names, and the claims it is related to.',
  request: {
    params: z.strictObject({
      source: z.string().meta({ description: 'The id of the source in which the claim was made.' }),
      slug: z.string().meta({ description: 'The claim’s own part of its id.' }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: 'The claim.', content: { 'application/json': { schema: claimDetail } } },
    ...problems('malformed-url', 'invalid-parameter', 'not-found'),
  },
});

export const claimRoutes = ({ store }: Foundation) =>
  newRouter()
    .openapi(listClaims, async (context) => {
      const query = context.req.valid('query');
      const page = await store.claims(claimFilterOf(query), pageRequest(context, query));
      return answer(context, claimList, listFrom(context, page));
    })
    .openapi(getClaim, async (context) => {
      const { source, slug } = context.req.valid('param');
      const id = `${source}/${slug}`;
      const detail = isClaimId(id) ? await store.claim(id) : undefined;
      if (detail === undefined) throw unknownId('slug', 'claim', id);
      return answer(context, claimDetail, detail);
    });
