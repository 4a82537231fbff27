import type { Actor, Place } from '@counterclaim/domain';
import { chipsOf } from '#lib/components/explore/chips.ts';
import type { ValueNames } from '#lib/components/explore/filter-names.ts';
import { formatList } from '#lib/format/number.ts';
import { comparisonUrl } from '#lib/state/comparison-query.ts';
import { type EventQuery, exploreUrl, without } from '#lib/state/event-query.ts';
import type { Cited } from './citation.ts';

/** Explore as it is filtered, ordered and shown; whichever of its pages is open. */
export function citedEvents(query: EventQuery, names: ValueNames): Cited {
  const chips = chipsOf(query, names).map(({ name, value }) => `${name}: ${value}`);
  const path = exploreUrl(without(without(query, 'asOf'), 'cursor'));
  return {
    title: chips.length === 0 ? 'Events' : `Events, ${chips.join('; ')}`,
    id: path.slice(1),
    path,
    asOf: query.asOf,
  };
}

/** Events side by side, or one as each dataset codes it. */
export const citedComparison = (
  events: readonly { readonly id: string; readonly title: string }[],
  asOf: string | undefined,
): Cited => {
  const ids = events.map(({ id }) => id);
  const [only] = events;
  return {
    title:
      only !== undefined && events.length === 1
        ? `${only.title}: its codings compared`
        : `Comparison of ${formatList(events.map(({ title }) => title))}`,
    id: `compare/${ids.join('-')}`,
    path: comparisonUrl(ids),
    asOf,
  };
};

/** What an actor claimed, and what is said of it. */
export const citedActor = ({ id, name, retracted }: Actor, asOf: string | undefined): Cited => ({
  title: `${name}: claims and events`,
  id: `actors/${id}`,
  path: `/actors/${id}`,
  asOf,
  retracted,
});

/** What happened at a place or within it. */
export const citedPlace = ({ id, name, retracted }: Place, asOf: string | undefined): Cited => ({
  title: `${name}: events there`,
  id: `places/${id}`,
  path: `/places/${id}`,
  asOf,
  retracted,
});
