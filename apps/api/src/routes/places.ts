import { isPlaceId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { absent } from '../http/moved.ts';
import { listFrom, pageRequest } from '../http/paging.ts';
import { placeListQuery } from '../query/search-query.ts';
import { placeDetail, placeList } from '../schema/detail.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const tags = ['Places'];

const listPlaces = createRoute({
  method: 'get',
  path: '/places',
  operationId: 'listPlaces',
  tags,
  summary: 'Places',
  description: 'A page of the places that claims speak of.',
  request: { query: placeListQuery },
  responses: {
    200: { description: 'The places.', content: { 'application/json': { schema: placeList } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const getPlace = createRoute({
  method: 'get',
  path: '/places/{id}',
  operationId: 'getPlace',
  tags,
  summary: 'One place',
  description: 'The place, what it lies within, nearest first, and what lies directly within it.',
  request: {
    params: z.strictObject({ id: z.string().meta({ description: 'The place’s id.', examples: ['kabul'] }) }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: 'The place.', content: { 'application/json': { schema: placeDetail } } },
    ...unchanged,
    ...problems('moved', 'malformed-url', 'invalid-parameter', 'not-found'),
  },
});

export const placeRoutes = ({ store }: Foundation) =>
  newRouter()
    .openapi(listPlaces, async (context) => {
      const query = context.req.valid('query');
      const page = await store.places(pageRequest(context, query), query.q, query.id);
      return answer(context, placeList, listFrom(context, page));
    })
    .openapi(getPlace, async (context) => {
      const { id } = context.req.valid('param');
      const detail = isPlaceId(id) ? await store.place(id) : undefined;
      if (detail === undefined) throw await absent(context, store, 'place', id);
      return answer(context, placeDetail, detail);
    });
