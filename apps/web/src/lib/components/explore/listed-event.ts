import type { ListedEvent } from '@counterclaim/api/client';

/** Whether somebody counts its victims: of talks and ceasefires, a missing number is no gap. */
export const isViolent = ({ kind }: Pick<ListedEvent, 'kind'>): boolean => kind === 'attack' || kind === 'clash';

/** Whether somebody could have done it, or is said to have. */
export const hasAuthor = (event: Pick<ListedEvent, 'kind' | 'status'>): boolean =>
  isViolent(event) || event.status !== 'unclaimed';

/** Where it happened, as a row says it: the place that was struck, else the first that is named. */
export const placeOf = ({ places }: Pick<ListedEvent, 'places'>): ListedEvent['places'][number] | undefined =>
  places.find(({ role }) => role === 'struck') ?? places[0];
