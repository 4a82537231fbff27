import type { Page } from 'playwright-core';

/** Filters in the form that columns take; days are those of a GED-sized ledger. */
const FILTERS = [
  {},
  { status: ['contested'] },
  { status: ['unclaimed', 'parties-only'] },
  { kind: ['attack'] },
  { killed: { min: 1 } },
  { killed: { min: 5, max: 50 } },
  { date: { start: Date.UTC(2014, 0), end: Date.UTC(2016, 0) } },
  { date: { start: Date.UTC(2001, 0), end: Date.UTC(2021, 0) }, status: ['unclaimed'] },
  { bbox: [60, 29, 75, 39] },
  { stance: ['accuses'] },
  { agreement: ['disputed'] },
  { dataset: ['ucdp-ged'] },
  { asOf: Date.UTC(2023, 0) },
  { asOf: Date.UTC(2015, 0), kind: ['attack'] },
] as const;

/** Milliseconds of counting all facets anew, asked of a worker with the page's own code, the answer included. */
export const recounts = (page: Page, pack: string, revision: string): Promise<number[]> =>
  page.evaluate(
    async ({ filters, pack: address, revision: state }) => {
      const code = performance.getEntriesByType('resource').find(({ name }) => name.includes('columns-worker'));
      if (code === undefined) throw new Error('the page has no columns');
      const worker = new Worker(code.name);
      const said = (): Promise<{ readonly refused?: string }> =>
        new Promise((resolve) => {
          worker.onmessage = ({ data }: MessageEvent<{ readonly refused?: string }>) => {
            resolve(data);
          };
        });
      worker.postMessage({ open: { pack: address, revision: state } });
      const { refused } = await said();
      if (refused !== undefined) throw new Error(refused);
      const times: number[] = [];
      for (let round = 0; round < 6; round += 1) {
        for (const filter of filters) {
          const began = performance.now();
          worker.postMessage({ what: 'facets', query: { filter }, number: 0 });
          await said();
          // The first round is of code that has not run yet.
          if (round > 0) times.push(performance.now() - began);
        }
      }
      worker.terminate();
      return times;
    },
    { filters: FILTERS, pack, revision },
  );
