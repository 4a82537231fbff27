import { createHash } from 'node:crypto';
import type { Engine } from '../engine.ts';
import { datasetInfo } from '../load/replace.ts';
import type { StoreState } from '../answer.ts';

/** Reads what the store serves, again only after something was written. */
export function stateReader({ reader, changes }: Pick<Engine, 'reader' | 'changes'>) {
  let known: { readonly at: number | undefined; readonly state: StoreState } | undefined;
  return async (): Promise<StoreState> => {
    const at = changes();
    if (known?.at !== undefined && known.at === at) return known.state;
    const { derivation } = await reader.selectFrom('release').select('derivation').executeTakeFirstOrThrow();
    const datasets = (await reader.selectFrom('dataset').selectAll().orderBy('id').execute()).map(datasetInfo);
    const revision = createHash('sha256')
      .update([derivation, ...datasets.map(({ id, digest }) => `${id} ${digest}`)].join('\n'))
      .digest('hex')
      .slice(0, 16);
    known = { at, state: { revision, datasets } };
    return known.state;
  };
}
