/// <reference types="vite/client" />
import type { TileAddress } from '@counterclaim/columns';
import type { EventQuery } from '#lib/state/event-query.ts';
import { ColumnsHost } from './columns-host.ts';
import ColumnsWorker from './columns-worker.ts?worker';
import { columnsQueryOf } from './columns-query.ts';
import type { CutFacets } from './cut-facets.ts';
import type { PackAddress } from './message.ts';

/** Bytes that columns take for each event, about. */
const BYTES_AN_EVENT = 450;
/** More than a page should take. */
const MOST_BYTES = 512 * 2 ** 20;

/** Whether this browser should rather ask the server: a phone, one that saves data, or a ledger that is too large for a page. */
function isTooMuch(events: number): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return (
    connection?.saveData === true || matchMedia('(max-width: 720px)').matches || events * BYTES_AN_EVENT > MOST_BYTES
  );
}

/** Begins when nothing else is to be done. */
const whenIdle = (work: () => void): void => {
  // Safari has none.
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 1_000);
};

/** The ledger as columns in this browser, as far as it has them: filters, counts and maps without the network. */
export class BrowserColumns {
  /** They answer at this moment. */
  isReady = $state(false);
  #host: ColumnsHost | undefined;
  #address: PackAddress | undefined;

  /** Gets the columns of a state of the ledger, unless they are at hand or too much for this browser. */
  open(address: PackAddress & { readonly events: number }): void {
    if (this.#address?.pack === address.pack || isTooMuch(address.events)) return;
    this.close();
    this.#address = address;
    whenIdle(() => {
      if (this.#address !== address) return;
      this.#host = new ColumnsHost({
        ...address,
        start: () => new ColumnsWorker(),
        onready: (ready) => {
          this.isReady = ready;
        },
        onrefused: (reason) => {
          console.info(`Counts and maps come from the server: ${reason}`);
        },
      });
    });
  }

  close(): void {
    this.#address = undefined;
    this.#host?.close();
    this.#host = undefined;
  }

  /** The counts of a query; nothing where the server has to be asked. */
  async facets(query: EventQuery, signal?: AbortSignal): Promise<CutFacets | undefined> {
    const asked = columnsQueryOf(query);
    return asked && this.#host?.ask({ what: 'facets', query: asked }, signal);
  }

  /** A vector tile of a query; nothing where the server has to be asked. */
  async tile(
    query: EventQuery,
    address: TileAddress,
    signal?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const asked = columnsQueryOf(query);
    return asked && this.#host?.ask({ what: 'tile', query: asked, address }, signal);
  }
}
