import { curatedLedger } from '@counterclaim/data/serving';
import { ledgerItems } from '@counterclaim/domain';
import { openStore, type Store } from '@counterclaim/store';
import { type App, createApp } from './app.ts';
import { buildName } from './build.ts';
import { columnBytes, countedStore, type CountsEnvironment } from './counts/counted-store.ts';
import { openDocuments } from './documents/documents.ts';
import { type Logger, silentLogger } from './http/logger.ts';
import { openReleases } from './releases.ts';
import { type StoreEnvironment, storeOptions } from './store-options.ts';

/** What of a process's environment the service reads. */
export interface ServiceEnvironment extends StoreEnvironment, CountsEnvironment {
  /** Folder of the releases; `releasesPath` says where it is unless set. */
  readonly COUNTERCLAIM_RELEASES?: string | undefined;
  /** Where clients find the service, such as `https://example.org`; what each request says unless set. */
  readonly ORIGIN?: string | undefined;
  /** Folder of the texts `<source-id>.txt` that the operator holds lawfully; without it no document is shown. */
  readonly COUNTERCLAIM_SOURCES?: string | undefined;
  /** What a reader of `/api/metrics` has to show; unless set, only this machine may read them, and nobody with ORIGIN set. */
  readonly COUNTERCLAIM_METRICS_TOKEN?: string | undefined;
}

/** The API with what it stands on. */
export interface Service {
  readonly app: App;
  readonly store: Store;
  /** Whether facets and filtered lists come from columns in memory: not before they are filled, nor of a small ledger. */
  readonly isWarm: () => boolean;
  /** After the requests that are in progress. */
  readonly close: () => Promise<void>;
}

function originIn({ ORIGIN: chosen }: ServiceEnvironment): string | undefined {
  if (!chosen) return undefined;
  const url = URL.parse(chosen);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new Error(`ORIGIN=${chosen} is not an address: write it as https://example.org.`);
}

/**
 * The API with its store open and the curated records loaded; when they are the ones loaded last, nothing is written.
 *
 * @throws StoreError, with one line that says what to do, when the database cannot be opened or written; Error, likewise, when
 *   the releases cannot be read, the folder of texts is none, ORIGIN is no address or COUNTERCLAIM_COLUMNS_MIB no number.
 */
export async function openService(environment: ServiceEnvironment = {}, logger?: Logger): Promise<Service> {
  const releases = openReleases(environment);
  const origin = originIn(environment);
  const { COUNTERCLAIM_SOURCES: texts } = environment;
  const documents = texts ? openDocuments(texts) : undefined;
  const most = columnBytes(environment);
  const options = storeOptions(environment);
  const own = await openStore(options);
  try {
    const ledger = curatedLedger();
    await own.replaceDataset(ledger.dataset, ledger.digest, ledgerItems(ledger));
  } catch (error) {
    await own.close();
    throw error;
  }
  const { store, columns, isWarm, close } = countedStore(own, { store: options, most, logger: logger ?? silentLogger });
  const app = createApp({
    store,
    columns,
    build: buildName(),
    origin,
    releases,
    documents,
    logger,
    metricsToken: environment.COUNTERCLAIM_METRICS_TOKEN || undefined,
  });
  return {
    app,
    store,
    isWarm,
    close: async () => {
      await app.ended();
      await close();
    },
  };
}
