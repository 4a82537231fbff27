import { isClaimId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { CLAIM_COLUMNS, mediaTypes, writeCsv } from '@counterclaim/interchange/serving';
import type { Context } from 'hono';
import { answer } from '../http/answer.ts';
import type { Environment } from '../http/environment.ts';
import { exportFile, type FileAnswer } from '../http/export.ts';
import { absent } from '../http/moved.ts';
import { listFrom, pageRequest, refusePaging } from '../http/paging.ts';
import { walk } from '../http/walk.ts';
import { claimExportQuery, claimFilterOf, claimListQuery } from '../query/claim-query.ts';
import { claimsCsv } from '../schema/csv.ts';
import { claimDetail, claimList } from '../schema/detail.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const tags = ['Claims'];

const listClaims = createRoute({
  method: 'get',
  path: '/claims',
  operationId: 'listClaims',
  tags,
  summary: 'Claims that match the filters',
  description:
    'A page of claims, by id. Filters that take several values mean any of them; different filters must all hold. Asked for CSV, the answer is the complete set, as `/claims.csv` gives it.',
  request: { query: claimListQuery },
  responses: {
    200: {
      description: 'The claims.',
      content: { 'application/json': { schema: claimList }, [mediaTypes.csv]: { schema: claimsCsv } },
    },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const exportClaimsCsv = createRoute({
  method: 'get',
  path: '/claims.csv',
  operationId: 'exportClaimsCsv',
  tags,
  summary: 'Claims that match the filters, as CSV',
  description: 'All of them, one row a claim, by id.',
  request: { query: claimExportQuery },
  responses: {
    200: { description: 'The claims.', content: { [mediaTypes.csv]: { schema: claimsCsv } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
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
      source: z
        .string()
        .meta({ description: 'The id of the source in which the claim was made.', examples: ['dawn-2020-11-21'] }),
      slug: z.string().meta({ description: 'The claim’s own part of its id.' }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: 'The claim.', content: { 'application/json': { schema: claimDetail } } },
    ...unchanged,
    ...problems('moved', 'malformed-url', 'invalid-parameter', 'not-found'),
  },
});

export function claimRoutes({ store }: Foundation) {
  function exportClaims(context: Context<Environment>, query: z.output<typeof claimExportQuery>): FileAnswer {
    const filter = claimFilterOf(query);
    const claims = walk(store, context.env.revision, (page) => store.claims(filter, page));
    return exportFile(context, 'counterclaim-claims.csv', writeCsv(CLAIM_COLUMNS, claims));
  }

  return newRouter()
    .openapi(listClaims, async (context) => {
      const query = context.req.valid('query');
      if (context.env.format === 'csv') {
        refusePaging(query, 'csv');
        return exportClaims(context, query);
      }
      const page = await store.claims(claimFilterOf(query), pageRequest(context, query));
      return answer(context, claimList, listFrom(context, page));
    })
    .openapi(exportClaimsCsv, (context) => exportClaims(context, context.req.valid('query')))
    .openapi(getClaim, async (context) => {
      const { source, slug } = context.req.valid('param');
      const id = `${source}/${slug}`;
      const detail = isClaimId(id) ? await store.claim(id) : undefined;
      if (detail === undefined) throw await absent(context, store, 'claim', id);
      return answer(context, claimDetail, detail);
    });
}
