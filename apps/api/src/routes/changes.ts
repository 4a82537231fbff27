import { mediaTypes, writeAtom } from '@counterclaim/interchange';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import { changesFeed } from '../changes-feed.ts';
import { addressOf } from '../http/address.ts';
import { answer } from '../http/answer.ts';
import type { Environment } from '../http/environment.ts';
import type { FileAnswer } from '../http/export.ts';
import { listFrom, nextAddress, pageRequest } from '../http/paging.ts';
import { changeListQuery } from '../query/change-query.ts';
import { given } from '../query/given.ts';
import { changesAtom } from '../schema/atom.ts';
import { changeList } from '../schema/change.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const tags = ['Changes'];

const listChanges = createRoute({
  method: 'get',
  path: '/changes',
  operationId: 'listChanges',
  tags,
  summary: 'What the ledger did to records of its own',
  description:
    'A page of corrections, retractions and redirects, the latest first, each with its reason. Asked for Atom, the answer is that of `/changes.atom`.',
  request: { query: changeListQuery },
  responses: {
    200: {
      description: 'The changes.',
      content: { 'application/json': { schema: changeList }, [mediaTypes.atom]: { schema: changesAtom } },
    },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const exportChangesAtom = createRoute({
  method: 'get',
  path: '/changes.atom',
  operationId: 'exportChangesAtom',
  tags,
  summary: 'What the ledger did to records of its own, as a feed',
  description: 'The latest corrections, retractions and redirects as an Atom feed; with `event`, of that event.',
  request: { query: changeListQuery },
  responses: {
    200: { description: 'The feed.', content: { [mediaTypes.atom]: { schema: changesAtom } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

export function changeRoutes({ store }: Foundation) {
  type Query = z.output<typeof changeListQuery>;
  const read = (context: Context<Environment>, query: Query) =>
    store.changes(given({ event: query.event }), pageRequest(context, query));

  async function feed(context: Context<Environment>, query: Query): Promise<FileAnswer> {
    const page = await read(context, query);
    const { feed: head, entries } = changesFeed(page.items, {
      events: query.event ?? [],
      self: addressOf(context.req.url),
      next: nextAddress(context, page),
    });
    let text = '';
    for await (const part of writeAtom(head, entries)) text += part;
    return new Response(text) as FileAnswer;
  }

  return newRouter()
    .openapi(listChanges, async (context) => {
      const query = context.req.valid('query');
      if (context.env.format === 'atom') return feed(context, query);
      return answer(context, changeList, listFrom(context, await read(context, query)));
    })
    .openapi(exportChangesAtom, (context) => feed(context, context.req.valid('query')));
}
