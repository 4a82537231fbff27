import type { Facets, FacetName } from '@counterclaim/api/client';
import { type EventQuery, valuesOf } from '#lib/state/event-query.ts';
import { valueName, type ValueNames } from './filter-names.ts';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
}

export interface FacetGroup {
  readonly name: FacetName;
  /** Seen at once: the most frequent, and all that are chosen. */
  readonly shown: readonly FacetOption[];
  /** Behind "more". */
  readonly more: readonly FacetOption[];
  /** How many values are in neither, because a list of that length helps nobody: search for them instead. */
  readonly left: number;
}

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

/** The filter rail: values with the number of events each would leave; one dataset is no choice, and left out. */
export function facetGroups(facets: Facets, query: EventQuery, names: ValueNames): FacetGroup[] {
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
    }));
    if (options.length === 0 || (name === 'dataset' && options.length < 2 && chosen.length === 0)) return [];
    const shown = options.filter(({ checked }, index) => index < SHOWN || checked);
    const rest = options.filter((option) => !shown.includes(option));
    return [{ name, shown, more: rest.slice(0, MORE), left: Math.max(0, rest.length - MORE) }];
  });
}
