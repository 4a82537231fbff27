import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openService } from '@counterclaim/api';
import { type Ledger, ledgerItems } from '@counterclaim/domain';
import { type RunningServer, startServer } from './server.ts';

/**
 * Starts the built dashboard before an API of this process, which holds a ledger that a test made up beside the curated records.
 *
 * @param ledger Of a dataset of its own, with ids that the curated records do not have.
 * @param environment What `openService` reads, such as COUNTERCLAIM_SOURCES.
 */
export async function startWithLedger(
  ledger: Ledger,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const service = await openService({ COUNTERCLAIM_DATA: ':memory:', ...environment });
  await service.store.replaceDataset(ledger.dataset, ledger.digest, ledgerItems(ledger));
  const api = createServer(service.app.listener).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const { port } = api.address() as AddressInfo;
  const server = await startServer({ API_URL: `http://127.0.0.1:${port}` });
  return {
    ...server,
    async stop() {
      const code = await server.stop();
      api.close();
      api.closeAllConnections();
      await service.close();
      return code;
    },
  };
}
