import type { AttributionStatus } from '@counterclaim/domain';

/** Statuses in which who did it is contested, wherever a page counts them together: as the API counts `attributionContested`. */
export const CONTESTED_STATUSES = [
  'contested',
  'multiple-claims',
  'accused-and-denied',
] as const satisfies AttributionStatus[];

/** Those events on Explore. */
export const CONTESTED_FILTER = [...CONTESTED_STATUSES].sort().join('~');

/** Of how many events who did it is contested, by the counts of each status. */
export const contestedCount = (statuses: readonly { readonly value: string; readonly count: number }[]): number =>
  statuses
    .filter(({ value }) => CONTESTED_STATUSES.some((status) => status === value))
    .reduce((sum, { count }) => sum + count, 0);
