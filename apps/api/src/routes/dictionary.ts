import {
  CLAIM_COLUMNS,
  COLUMN_TYPES,
  type ColumnType,
  EVENT_COLUMNS,
  mediaTypes,
} from '@counterclaim/interchange/serving';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Dictionary } from '../answers.ts';
import { answer } from '../http/answer.ts';
import { dictionary } from '../schema/dictionary.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { newRouter } from './router.ts';

const described = (
  columns: readonly { readonly name: string; readonly type: ColumnType; readonly description: string }[],
) => columns.map(({ name, type, description }) => ({ name, type, description }));

const DICTIONARY: Dictionary = {
  types: Object.entries(COLUMN_TYPES).map(([type, description]) => ({ type: type as ColumnType, description })),
  tables: [
    {
      name: 'events',
      description: 'One row an event: what the assessment of the moment, or of `asOf`, says of it.',
      files: [
        { path: '/api/v1/events.csv', mediaType: mediaTypes.csv },
        { path: '/api/v1/events.geojson', mediaType: mediaTypes.geojson },
      ],
      columns: described(EVENT_COLUMNS),
    },
    {
      name: 'claims',
      description: 'One row a claim, with the fields of every kind side by side.',
      files: [{ path: '/api/v1/claims.csv', mediaType: mediaTypes.csv }],
      columns: described(CLAIM_COLUMNS),
    },
  ],
};

const getDictionary = createRoute({
  method: 'get',
  path: '/dictionary',
  operationId: 'getDictionary',
  tags: ['Service'],
  summary: 'What the columns of the downloads mean',
  description: 'Every column of the CSV files, which are also the properties of the GeoJSON features.',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The dictionary.', content: { 'application/json': { schema: dictionary } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
  },
});

export const dictionaryRoutes = () =>
  newRouter().openapi(getDictionary, (context) => answer(context, dictionary, DICTIONARY));
