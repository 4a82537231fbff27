import type { FacetName, Facets } from '@counterclaim/api/client';

/** Values of a facet that come with a page: those that have a box, and what is found at once by typing. Others are searched for. */
const MOST = 200;

/** Counts whose longest lists are cut, with the number of values that each lost. */
export interface CutFacets extends Facets {
  readonly cut: Readonly<Partial<Record<FacetName, number>>>;
}

/** @param chosen Values that are chosen of a facet: they stay. */
export function cutFacets(facets: Facets, chosen: (name: FacetName) => readonly string[]): CutFacets {
  const cut: Partial<Record<FacetName, number>> = {};
  const lists = Object.fromEntries(
    (Object.keys(facets.facets) as FacetName[]).map((name) => {
      const all = facets.facets[name];
      const kept = all.length <= MOST ? all : all.filter(({ value }, at) => at < MOST || chosen(name).includes(value));
      if (kept.length < all.length) cut[name] = all.length - kept.length;
      return [name, kept];
    }),
  ) as unknown as Facets['facets'];
  return { ...facets, facets: lists, cut };
}
