import type { Page, PageRequest, Position, Store } from '@counterclaim/store';

/** Largest page that a store gives. */
const PAGE = 100;

/**
 * All items of a list, page by page.
 *
 * @throws Error when the ledger changes on the way: what is written would belong to no release, so that it had better
 * break off.
 */
export async function* walk<Item>(
  store: Pick<Store, 'state'>,
  revision: string,
  read: (page: PageRequest) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let after: Position | undefined;
  do {
    const page = await read(after === undefined ? { limit: PAGE } : { limit: PAGE, after });
    if ((await store.state('now')).revision !== revision)
      throw new Error('the ledger changed while it was being written out: ask again');
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
