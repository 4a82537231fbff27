import { coveragePage } from '#lib/components/coverage/page.ts';
import { sectionOf } from '#lib/server/markdown-section.ts';
import { apiOf } from '#lib/state/api.ts';
import methodology from '../../../../../docs/methodology.md';
import type { PageServerLoad } from './$types';

/** Nothing on this page waits for the browser (ADR 0008). */
export const csr = false;

/** The list alone: what stands before it leads readers of the methods to this very page. */
const limitsIn = (section: string): string => section.slice(Math.max(0, section.indexOf('<ul')));

export const load: PageServerLoad = async ({ fetch }) => {
  const api = apiOf(fetch);
  const [coverage, { datasets }] = await Promise.all([api.coverage(), api.release()]);
  return {
    coverage: coveragePage(coverage),
    datasets: datasets.map(({ id, events }) => ({ id, events })),
    limits: limitsIn(sectionOf(methodology, 'known-limits')),
  };
};
