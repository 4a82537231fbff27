import { createHash } from 'node:crypto';
import type { Engine, Reader } from '../engine.ts';
import { datasetInfo } from '../load/replace.ts';
import type { StoreState } from '../answer.ts';

/** What the ledger is at, by whoever reads. */
export async function readState(db: Reader): Promise<StoreState> {
  const { derivation } = await db.selectFrom('release').select('derivation').executeTakeFirstOrThrow();
  const datasets = (await db.selectFrom('dataset').selectAll().orderBy('id').execute()).map(datasetInfo);
  const revision = createHash('sha256')
    .update([derivation, ...datasets.map(({ id, digest }) => `${id} ${digest}`)].join('\n'))
    .digest('hex')
    .slice(0, 16);
  return { revision, datasets };
}

/** Reads what the store serves, again only after something was written. */
export function stateReader({ read, changes }: Pick<Engine, 'read' | 'changes'>) {
  let known: { readonly at: number; readonly state: StoreState } | undefined;
  return async (asOf?: 'now'): Promise<StoreState> => {
    const at = await changes(asOf);
    if (known?.at === at) return known.state;
    known = { at, state: await read(readState) };
    return known.state;
  };
}
