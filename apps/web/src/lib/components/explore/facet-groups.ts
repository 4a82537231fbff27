import type { Facets, FacetName } from '@counterclaim/api/client';
import type { CutFacets } from '#lib/columns/cut-facets.ts';
import { type EventQuery, valuesOf } from '#lib/state/event-query.ts';
import { valueName, type ValueNames } from './filter-names.ts';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
  /** Places that lie in this one and are counted as well, in the order of their counts. */
  readonly inside: readonly FacetOption[];
}

export interface FacetGroup {
  readonly name: FacetName;
  /** Seen at once: the most frequent, and all that are chosen. */
  readonly shown: readonly FacetOption[];
  /** Behind "more". */
  readonly more: readonly FacetOption[];
  /** How many values are in neither, because a list of that length helps nobody: search for them instead. */
  readonly left: number;
  /** The values that are searched at once, each by itself. */
  readonly all: readonly FacetOption[];
  /** There are no others: else the API is asked for them. */
  readonly isAll: boolean;
  /** How many values are counted, those that are not searched at once among them. */
  readonly counted: number;
}

/** Of some places, the next larger one that each lies in, by their ids. */
export type PlacesWithin = Readonly<Record<string, string>>;

/** In the order of the rail. */
const ORDER: readonly FacetName[] = [
  'status',
  'kind',
  'actor',
  'stance',
  'claimant',
  'place',
  'agreement',
  'source',
  'dataset',
];
const SHOWN = 6;
const MORE = 60;

/** Values of a facet that the rail has a place for. */
export const LISTED = SHOWN + MORE;

/** Whether this one or one that lies in it is chosen. */
export const hasChecked = ({ checked, inside }: FacetOption): boolean => checked || inside.some(hasChecked);

/** The API lists no more values of a facet than this: of one that it does not list then, nobody knows the count. */
const MOST_COUNTED = 1_000;

/** The same boxes at the same places, with what each would leave of another query, and checked as that query has them. */
export function recounted(groups: readonly FacetGroup[], { facets }: Facets, query: EventQuery): FacetGroup[] {
  return groups.map((group) => {
    const listed = facets[group.name];
    const counts = new Map(listed.map(({ value, count }) => [value, count]));
    const chosen = valuesOf(query, group.name);
    const recount = (option: FacetOption): FacetOption => ({
      ...option,
      count: counts.get(option.value) ?? (listed.length < MOST_COUNTED ? 0 : option.count),
      checked: chosen.includes(option.value),
      inside: option.inside.map(recount),
    });
    return { ...group, shown: group.shown.map(recount), more: group.more.map(recount) };
  });
}

/** Whether a place lies in itself, by way of others: datasets may say so together. */
function isCircular(place: string, within: PlacesWithin): boolean {
  const seen = new Set<string>();
  for (let at = within[place]; at !== undefined && !seen.has(at); at = within[at]) {
    if (at === place) return true;
    seen.add(at);
  }
  return false;
}

/** Options with those that lie in others under them; one stands at the top whose larger places are not among them. */
function nested(options: readonly FacetOption[], within: PlacesWithin): FacetOption[] {
  const listed = new Set(options.map(({ value }) => value));
  const parts = new Map<string | undefined, FacetOption[]>();
  for (const option of options) {
    const larger = within[option.value];
    const above = larger !== undefined && listed.has(larger) && !isCircular(option.value, within) ? larger : undefined;
    parts.set(above, [...(parts.get(above) ?? []), option]);
  }
  const under = (above: string | undefined): FacetOption[] =>
    (parts.get(above) ?? []).map((option) => ({ ...option, inside: under(option.value) }));
  return under(undefined);
}

/**
 * The filter rail: values with the number of events each would leave; one dataset is no choice, and left out.
 * @param within what places lie in, where that is known: a province stands under its country
 */
export function facetGroups(
  facets: Facets & Partial<Pick<CutFacets, 'cut'>>,
  query: EventQuery,
  names: ValueNames,
  within: PlacesWithin = {},
): FacetGroup[] {
  return ORDER.flatMap((name): FacetGroup[] => {
    const chosen = valuesOf(query, name);
    const known = new Set(facets.facets[name].map(({ value }) => value));
    const options = [
      ...facets.facets[name],
      // A chosen value that leaves nothing still has to be unchecked.
      ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 })),
    ].map(({ value, count }) => ({
      value,
      count,
      label: valueName(name, value, names),
      checked: chosen.includes(value),
      inside: [],
    }));
    if (options.length === 0 || (name === 'dataset' && options.length < 2 && chosen.length === 0)) return [];
    const listed = options.filter(({ checked }, index) => index < LISTED || checked);
    const top = name === 'place' ? nested(listed, within) : listed;
    const shown = top.filter((option, index) => index < SHOWN || hasChecked(option));
    const more = top.filter((option) => !shown.includes(option));
    const cut = facets.cut?.[name] ?? 0;
    const isAll = cut === 0 && facets.facets[name].length < MOST_COUNTED;
    return [
      {
        name,
        shown,
        more,
        left: options.length - listed.length + cut,
        all: options,
        isAll,
        counted: options.length + cut,
      },
    ];
  });
}
