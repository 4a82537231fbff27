import { type Client, type MapOverview, ProblemError } from '@counterclaim/api/client';
import { redirect } from '@sveltejs/kit';
import { cutFacets } from '#lib/columns/cut-facets.ts';
import { namesBeyond } from '#lib/components/explore/filter-names.ts';
import { apiOf } from '#lib/state/api.ts';
import {
  type EventQuery,
  exploreUrl,
  forApi,
  forCount,
  readQuery,
  unknownIn,
  valuesOf,
  viewOf,
  writeQuery,
} from '#lib/state/event-query.ts';
import { cite } from '#lib/server/citation.ts';
import { citedEvents } from '#lib/server/cited-view.ts';
import { distribute } from '#lib/server/geography/distribution.ts';
import { answerLeniently } from '#lib/state/lenient-query.ts';
import { knownDays } from '#lib/server/known-days.ts';
import { placesWithin } from '#lib/server/places-within.ts';
import { nameValues, unknownRecords } from '#lib/server/value-names.ts';
import { whatExcludes } from '#lib/server/what-excludes.ts';
import type { PageServerLoad } from './$types';

/** Events on a page of the list. */
const LIMIT = 50;

const encoded = (search: string): string => new URLSearchParams(search).toString();

/** `null` while the API has no map of a large ledger: the list is shown instead. */
const mapOf = (api: Client, query: EventQuery): Promise<MapOverview | null> =>
  api.map(forCount(query)).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 503) return null;
    throw error;
  });

export const load: PageServerLoad = async ({ fetch, url, isDataRequest }) => {
  const asked = readQuery(url.searchParams);
  const unknown = unknownIn(url.searchParams);
  const written = writeQuery(asked);
  // Kit asks for the data of an address whose slashes and tildes it has encoded.
  const isCanonical = isDataRequest ? encoded(written) === encoded(url.search) : written === url.search;
  if (unknown.length === 0 && !isCanonical) redirect(303, exploreUrl(asked));

  const api = apiOf(fetch);
  const { query, ignored, answer } = await answerLeniently(asked, unknown, (query) =>
    Promise.all([
      api.events({ ...forApi(query), limit: LIMIT }),
      api.facets(forCount(query)),
      knownDays(api, query),
      viewOf(query) === 'map' ? mapOf(api, query) : undefined,
      api.release(),
    ]),
  );
  const [list, facets, known, overview, release] = answer;
  const [names, within, excluding, drawing] = await Promise.all([
    nameValues(api, query, facets),
    placesWithin(api, facets),
    facets.total === 0 ? whatExcludes(api, query) : [],
    overview === undefined || overview === null ? undefined : distribute(overview),
  ]);
  const citation = await cite(citedEvents(query, names), api, url);
  const map =
    overview === undefined || overview === null || drawing === undefined
      ? undefined
      : {
          drawing,
          located: overview.located,
          unlocated: overview.unlocated,
          bounds: overview.bounds,
        };
  const events = release.datasets.reduce((sum, dataset) => sum + dataset.events, 0);
  return {
    query,
    ignored,
    isAsOfIgnored: ignored.some(({ parameter }) => parameter === 'asOf'),
    unknown: unknownRecords(query, names),
    list,
    facets: cutFacets(facets, (name) => valuesOf(query, name)),
    map,
    isMapMissing: overview === null,
    columns: { pack: release.pack, revision: release.revision, events },
    known,
    names: namesBeyond(names, facets),
    within,
    excluding,
    citation,
  };
};
