import { type EventQuestion, walk } from '@counterclaim/api';
import type { AssessedEvent } from '@counterclaim/interchange';
import type { ListedEvent, Store } from '@counterclaim/store';

/**
 * The events that are asked for, page by page.
 *
 * @throws Error when the ledger changes on the way.
 */
export async function* eventRows(
  store: Store,
  { filter, sort }: EventQuestion,
): AsyncGenerator<ListedEvent, void, undefined> {
  const { revision } = await store.state();
  yield* walk(store, revision, (page) => store.events(filter, sort, page));
  if ((await store.state()).revision !== revision) throw changed();
}

/** The same events, each with all that the ledger has of it: one at a time. */
export async function* assessedEvents(
  store: Store,
  question: EventQuestion,
): AsyncGenerator<AssessedEvent, void, undefined> {
  for await (const row of eventRows(store, question)) {
    const detail = await store.event(row.id);
    if (detail === undefined) throw changed();
    yield { dossier: detail.dossier, assessment: detail.assessment, row };
  }
}

const changed = (): Error => new Error('the ledger changed while it was being written out: ask again');
