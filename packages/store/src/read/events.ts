import type { EventSummary } from '@counterclaim/domain';
import type { Reader } from '../engine.ts';
import type { EventFilter, EventSort, ListedEvent, Page, PageRequest } from '../store.ts';
import { pageOf } from './page.ts';

export function eventsReader(db: Reader) {
  return {
    async events(_filter: EventFilter, _sort: EventSort, { limit, after }: PageRequest): Promise<Page<ListedEvent>> {
      const rows = await db
        .selectFrom('piece')
        .innerJoin('summary', (join) =>
          join.onRef('summary.event', '=', 'piece.event').onRef('summary.part', '=', 'piece.part'),
        )
        .innerJoin('event', 'event.key', 'piece.event')
        .innerJoin('dataset', 'dataset.key', 'event.dataset')
        .select(['piece.event', 'summary.json', 'event.id', 'dataset.id as dataset'])
        .where('piece.latest', '=', 1)
        .$if(after !== undefined, (query) => query.where('piece.event', '<', after?.key ?? 0))
        .orderBy('piece.event', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(
        rows,
        limit,
        ({ json, dataset }) => ({ ...(JSON.parse(json) as EventSummary), dataset }),
        ({ event, id }) => ({ key: event, id }),
      );
    },
  };
}
