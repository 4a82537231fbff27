import { type EventId, type EventSummary, formatInstant, spanOf } from '@counterclaim/domain';
import { mediaTypes, writeAtom } from '@counterclaim/interchange/serving';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import { changesFeed } from '../changes-feed.ts';
import { addressOf } from '../http/address.ts';
import { answer } from '../http/answer.ts';
import type { Environment } from '../http/environment.ts';
import type { FileAnswer } from '../http/export.ts';
import { listFrom, nextAddress, pageRequest } from '../http/paging.ts';
import { refusedParameters, unknownId } from '../http/problem.ts';
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

/** Of a feed about nothing that has a date. */
const EPOCH = '1970-01-01';

export function changeRoutes({ store }: Foundation) {
  type Query = z.output<typeof changeListQuery>;
  const read = (context: Context<Environment>, query: Query) =>
    store.changes(given({ event: query.event }), pageRequest(context, query));

  /** The events asked for, under the ids that they have now. An event that there never was has no list, not an empty one. */
  async function eventsOf({ event: ids = [] }: Query): Promise<readonly EventSummary[]> {
    const found = await Promise.all(
      ids.map(async (id) => {
        const now = ((await store.redirect('event', id))?.to ?? id) as EventId;
        const detail = await store.event(now);
        if (detail !== undefined) return detail.summary;
        throw refusedParameters([{ parameter: 'event', detail: unknownId('event', 'event', id).message }]);
      }),
    );
    return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index);
  }

  /** The day on which the latest claim about one of the events became known, or about any: until then there was nothing to change. */
  async function since(events: readonly EventSummary[]): Promise<string> {
    const latest = events.length > 0 ? events : (await store.events({}, '-known', { limit: 1 })).items;
    const days = latest.map(({ lastKnown, time, zone }) => lastKnown ?? formatInstant(spanOf(time, zone).start) ?? '');
    return (days.sort().at(-1) || EPOCH).slice(0, 10);
  }

  async function feed(context: Context<Environment>, query: Query): Promise<FileAnswer> {
    const events = await eventsOf(query);
    const page = await read(context, query);
    const { feed: head, entries } = changesFeed(page.items, {
      events,
      since: await since(events),
      origin: context.env.origin,
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
      await eventsOf(query);
      return answer(context, changeList, listFrom(context, await read(context, query)));
    })
    .openapi(exportChangesAtom, (context) => feed(context, context.req.valid('query')));
}
