import { type Client, type Facets, ProblemError } from '@counterclaim/api/client';
import { NAMED, namesIn, type ValueNames } from '#lib/components/explore/filter-names.ts';
import type { UnknownRecord } from '#lib/components/explore/unknown-record.ts';
import { type EventQuery, type ListParameter, valuesOf } from '#lib/state/event-query.ts';

type Named = (typeof NAMED)[number];

/** Names for all values that facets count, and for the chosen ones that they do not. */
export async function nameValues(api: Client, query: EventQuery, facets: Facets): Promise<ValueNames> {
  const counted = namesIn(facets);
  const groups = await Promise.all(
    NAMED.map(async (name): Promise<[ListParameter, Record<string, string>]> => {
      const known = counted[name];
      const shown = name === 'dataset' ? facets.facets.dataset.map(({ value }) => value) : [];
      const missing = [...new Set([...shown, ...valuesOf(query, name)])].filter((value) => !(value in known));
      const found = await Promise.all(
        missing.map(async (value) => {
          const label = await nameOf(api, name, value);
          return label === undefined ? {} : { [value]: label };
        }),
      );
      return [name, Object.assign({}, known, ...found) as Record<string, string>];
    }),
  );
  return Object.fromEntries(groups);
}

/** The name of a record; `undefined` where there is no such record. */
async function nameOf(api: Client, name: Named, value: string): Promise<string | undefined> {
  try {
    switch (name) {
      case 'actor':
      case 'claimant':
        return (await api.actor(value)).actor.name;
      case 'place':
        return (await api.place(value)).place.name;
      case 'source':
        return (await api.source(value)).source.title;
      case 'dataset': {
        // One that was imported has a maker of its id, which bears its name.
        const { actor } = await api.actor(value);
        return actor.kind === 'dataset' ? actor.name : undefined;
      }
    }
  } catch (error) {
    if (error instanceof ProblemError && error.status >= 400 && error.status < 500) return undefined;
    // The API filters by what an id leads to as well.
    if (error instanceof ProblemError && error.redirect !== undefined) return nameOf(api, name, error.redirect.to);
    throw error;
  }
}

/** Ids that a query asks for and no record bears, filter by filter; datasets are not looked up. */
export const unknownRecords = (query: EventQuery, names: ValueNames): readonly UnknownRecord[] =>
  (['place', 'actor', 'claimant', 'source'] as const).flatMap((name) =>
    valuesOf(query, name)
      .filter((value) => names[name]?.[value] === undefined)
      .map((value) => ({ name, value })),
  );
