import { caseChanges, workedCase } from '#lib/components/home/worked-case.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import { contestedCount } from '#lib/state/contested.ts';
import type { PageServerLoad } from './$types';

/** Changes shown on the first page. */
const CHANGES = 8;

/** The records that this project keeps: cases are taken from them, whatever else is imported beside them. */
const CURATED = 'curated';

/** Nothing on this page waits for the browser (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, url }) => {
  const api = apiOf(fetch);
  const asOf = asOfIn(url);
  const [attacks, facets, release] = await Promise.all([
    api.events({ kind: 'attack', dataset: CURATED, asOf, limit: 100 }),
    api.facets({ asOf }),
    api.release(),
  ]);
  // Of the disputed attacks, those that most is said about show most of what the ledger is for.
  const chosen = attacks.items
    .filter(({ status, agreements }) => status === 'contested' || agreements.includes('disputed'))
    .sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1))
    .slice(0, 2);
  const cases = await Promise.all(
    chosen.map(async ({ id }) => ({
      detail: await api.event(id, { asOf }),
      history: (await api.history(id)).items,
    })),
  );
  const until = asOf === undefined ? undefined : (cases[0]?.detail.assessment.asOf ?? undefined);
  return {
    cases: cases.map(({ detail }) => workedCase(detail)),
    changes: cases
      .flatMap(({ detail, history }) => caseChanges(detail, history))
      .filter(({ asOf: known }) => until === undefined || known <= until)
      .sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
      .slice(0, CHANGES),
    total: facets.total,
    contested: contestedCount(facets.facets.status),
    months: facets.months,
    datasets: release.datasets,
    asOf,
  };
};
