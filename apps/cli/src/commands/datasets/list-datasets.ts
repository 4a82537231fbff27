import { releaseOfDocument } from '@counterclaim/interchange';
import type { DatasetInfo, Store } from '@counterclaim/store';
import { inLedger, ledgerOptions } from '../../ledger-store.ts';
import type { ExitCode, Output } from '../../output.ts';
import { Page } from '../../terminal/page.ts';

/** A dataset with what its own documents say of where it is from; `null` where they say nothing, as the curated ones. */
interface HeldDataset extends DatasetInfo {
  readonly release: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

async function held(store: Store, dataset: DatasetInfo): Promise<HeldDataset> {
  const [claim] = (await store.claims({ dataset: [dataset.id] }, { limit: 1 })).items;
  const { source } = (claim && (await store.source(claim.source))) ?? {};
  const release = source && releaseOfDocument(source);
  return {
    ...dataset,
    release: release ?? null,
    published: release === undefined ? null : (source?.published ?? null),
    url: release === undefined ? null : (source?.url ?? null),
  };
}

const grouped = (count: number): string => count.toLocaleString('en');

/** Runs `datasets`. */
export async function listDatasets(options: { readonly json?: true }, { out, terminal }: Output): Promise<ExitCode> {
  const datasets = await inLedger(ledgerOptions(process.env), async (store) => {
    const all: HeldDataset[] = [];
    for (const dataset of (await store.state()).datasets) all.push(await held(store, dataset));
    return all;
  });
  if (options.json === true) {
    out(`${JSON.stringify({ datasets }, null, 2)}\n`);
    return 0;
  }
  const page = new Page(terminal);
  for (const { id, release, published, events, claims, sources, digest } of datasets) {
    page.gap().add(page.paint('bold', id));
    if (release !== null) page.add(published === null ? release : `${release}, published ${published}`, 2);
    page.add(`${grouped(events)} events, ${grouped(claims)} claims, ${grouped(sources)} documents`, 2);
    page.add(`digest ${digest}`, 2);
  }
  out(datasets.length === 0 ? 'the ledger holds no dataset\n' : page.text);
  return 0;
}
