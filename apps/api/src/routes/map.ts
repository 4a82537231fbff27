import { createRoute } from '@hono/zod-openapi';
import { answer } from '../http/answer.ts';
import { CONTENT_TYPES } from '../http/format.ts';
import { Problem } from '../http/problem.ts';
import { eventFilterOf, eventFilterQuery } from '../query/event-query.ts';
import { tileAddressOf, tileParameters } from '../query/tile-address.ts';
import { mapOverview } from '../schema/map.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const getMap = createRoute({
  method: 'get',
  path: '/map',
  operationId: 'getMap',
  tags: ['Events'],
  summary: 'Where the matching events lie',
  description:
    'How many of the events that match the filters of `/events` a map can show, around where, and an overview in one drawing. Tiles have it in every detail.',
  request: { query: eventFilterQuery },
  responses: {
    200: { description: 'The overview.', content: { 'application/json': { schema: mapOverview } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'unavailable'),
  },
});

const getTile = createRoute({
  method: 'get',
  path: '/tiles/{z}/{x}/{tile}',
  operationId: 'getTile',
  tags: ['Events'],
  summary: 'A vector tile of the matching events',
  description:
    'A square of a Web Mercator map, for the filters of `/events`. Layer `cells`: events counted by 64 × 64 cells of a tile (`count`, `contested`), up to zoom 8. Layer `events`: one by one from zoom 9 (`event`, `status`, `label`). Layer `areas`: events at places that are known less precisely than a cell is wide (`place`, `label`, `radius` in kilometres, `pixels` at zoom 0, `count`, `contested`, `event` where it is one): to be drawn as areas, never as points.',
  request: { params: tileParameters, query: eventFilterQuery },
  responses: {
    200: {
      description: 'The tile (Mapbox Vector Tile Specification 2.1); empty where there are no events.',
      content: { [CONTENT_TYPES.mvt]: { schema: { type: 'string', format: 'binary' } } },
    },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'not-found', 'unavailable'),
  },
});

/** Until the columns of a large ledger are filled, or where it may have none. */
export const notReady = (what: 'map' | 'pack'): Problem =>
  new Problem(
    'unavailable',
    `The ${what} of this ledger is not ready: it is made within seconds of a start, unless the ledger is larger than COUNTERCLAIM_COLUMNS_MIB allows. Lists and counts answer as usual.`,
    { headers: { 'retry-after': '5' } },
  );

export const mapRoutes = ({ columns }: Foundation) =>
  newRouter()
    .openapi(getMap, async (context) => {
      const overview = await columns.overview(eventFilterOf(context.req.valid('query')));
      if (overview === undefined) throw notReady('map');
      return answer(context, mapOverview, overview);
    })
    .openapi(getTile, async (context) => {
      const address = tileAddressOf(context.req.valid('param'));
      const across = 2 ** address.z;
      if (address.x >= across || address.y >= across) {
        throw new Problem(
          'not-found',
          `At zoom ${address.z} there are ${across} tiles each way: numbers go to ${across - 1}.`,
        );
      }
      const tile = await columns.tile(eventFilterOf(context.req.valid('query')), address);
      if (tile === undefined) throw notReady('map');
      return context.body(tile, 200, { 'content-type': CONTENT_TYPES.mvt });
    });
