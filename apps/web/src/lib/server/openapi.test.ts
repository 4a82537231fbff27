import { expect, test } from 'vitest';
import { operationsOf } from './openapi.ts';

test('operations stand under their tag, with what a reader needs', () => {
  const groups = operationsOf({
    info: { title: 'A', version: '1' },
    tags: [{ name: 'Events', description: 'What claims are about.' }, { name: 'Empty' }],
    paths: {
      '/api/v1/events/{id}': {
        get: {
          operationId: 'getEvent',
          summary: 'One event',
          tags: ['Events'],
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { description: 'Its id.', examples: ['a-1'] } },
            { name: 'limit', in: 'query', description: 'How many.', schema: { examples: [50] } },
          ],
          responses: {
            200: { content: { 'application/json': {}, 'text/csv': {} } },
            404: { content: { 'application/problem+json': {} } },
          },
        },
      },
      '/api/health': { get: { operationId: 'health', tags: ['Service'] } },
    },
  });
  expect(groups.map(({ name, operations }) => [name, operations.map(({ id }) => id)])).toEqual([
    ['Events', ['getEvent']],
    ['Service', ['health']],
  ]);
  expect(groups[0]?.operations[0]).toMatchObject({
    method: 'GET',
    path: '/api/v1/events/{id}',
    formats: ['application/json', 'text/csv'],
    parameters: [
      { name: 'id', required: true, description: 'Its id.', example: 'a-1' },
      { name: 'limit', required: false, description: 'How many.', example: '50' },
    ],
  });
});
