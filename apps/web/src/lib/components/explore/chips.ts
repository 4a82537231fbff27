import { type EventQuery, FILTERS, isList, isRange, valuesOf, without } from '#lib/state/event-query.ts';
import { FILTER_NAMES, rangeName, valueName, type ValueNames } from './filter-names.ts';

/** One thing that narrows the list, and the query without it. */
export interface Chip {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly removed: EventQuery;
}

/** Everything that narrows the list, in canonical order. */
export function chipsOf(query: EventQuery, names: ValueNames): Chip[] {
  return FILTERS.flatMap((filter): Chip[] => {
    const text = query[filter];
    if (text === undefined) return [];
    const name = FILTER_NAMES[filter];
    if (isList(filter)) {
      return valuesOf(query, filter).map((value) => ({
        key: `${filter}=${value}`,
        name,
        value: valueName(filter, value, names),
        removed: without(query, filter, value),
      }));
    }
    const value = isRange(filter) ? rangeName(query, filter) : text;
    return [{ key: filter, name, value, removed: without(query, filter) }];
  });
}
