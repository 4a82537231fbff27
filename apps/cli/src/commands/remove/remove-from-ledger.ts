import { CURATED } from '@counterclaim/data';
import { StoreError } from '@counterclaim/store';
import { inLedger, ledgerOptions } from '../../ledger-store.ts';
import { orNear } from '../../near.ts';
import type { ExitCode, Output } from '../../output.ts';

const grouped = (count: number): string => count.toLocaleString('en');

/** Runs `remove`. @throws Error, in one line, when nothing was removed. */
export async function removeFromLedger(
  id: string,
  options: { readonly wait: string; readonly json?: true },
  { out }: Output,
): Promise<ExitCode> {
  if (id === CURATED) {
    throw new Error(
      `${CURATED} stays: a server loads the curated records as it starts. To take one of them back, use counterclaim retract`,
    );
  }
  const removed = await inLedger(ledgerOptions(process.env, options.wait), async (store) => {
    const { datasets } = await store.state();
    const ids = datasets.map((dataset) => dataset.id);
    const found = datasets.find((dataset) => dataset.id === id);
    try {
      if (found !== undefined && (await store.removeDataset(id))) return found;
    } catch (error) {
      if (error instanceof StoreError && error.code === 'unresolved') {
        throw new Error(`${id} stays, as another dataset names its records: ${error.message}`, { cause: error });
      }
      throw error;
    }
    throw new Error(`the ledger holds no dataset ${id}: it holds ${ids.join(', ') || 'none'}${orNear(id, ids)}`);
  });
  if (options.json === true) out(`${JSON.stringify({ removed }, null, 2)}\n`);
  else {
    const { events, claims, sources, actors, places } = removed;
    const counts = `${grouped(events)} events, ${grouped(claims)} claims, ${grouped(sources)} documents, ${grouped(actors)} actors, ${grouped(places)} places`;
    out(`${id} was removed: ${counts} (digest ${removed.digest})\n`);
  }
  return 0;
}
