import { isActorId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { absent } from '../http/moved.ts';
import { listFrom, pageRequest } from '../http/paging.ts';
import { searchQuery } from '../query/search-query.ts';
import { actorDetail, actorList } from '../schema/detail.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const tags = ['Actors'];

const listActors = createRoute({
  method: 'get',
  path: '/actors',
  operationId: 'listActors',
  tags,
  summary: 'Actors',
  description: 'A page of the states, bodies, groups, office-holders and publications that claims name.',
  request: { query: searchQuery },
  responses: {
    200: { description: 'The actors.', content: { 'application/json': { schema: actorList } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const getActor = createRoute({
  method: 'get',
  path: '/actors/{id}',
  operationId: 'getActor',
  tags,
  summary: 'One actor',
  description: 'The actor, the bodies above it, nearest first, and its direct parts.',
  request: {
    params: z.strictObject({ id: z.string().meta({ description: 'The actor’s id.', examples: ['taliban'] }) }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: 'The actor.', content: { 'application/json': { schema: actorDetail } } },
    ...unchanged,
    ...problems('moved', 'malformed-url', 'invalid-parameter', 'not-found'),
  },
});

export const actorRoutes = ({ store }: Foundation) =>
  newRouter()
    .openapi(listActors, async (context) => {
      const query = context.req.valid('query');
      const page = await store.actors(pageRequest(context, query), query.q);
      return answer(context, actorList, listFrom(context, page));
    })
    .openapi(getActor, async (context) => {
      const { id } = context.req.valid('param');
      const detail = isActorId(id) ? await store.actor(id) : undefined;
      if (detail === undefined) throw await absent(context, store, 'actor', id);
      return answer(context, actorDetail, detail);
    });
