import type { ListedReleaseAnswer } from '@counterclaim/api/client';
import { formatCount, formatList } from '#lib/format/number.ts';

/** How much a release holds: "35 events, 1,486 claims, 420 sources, 440 actors and 74 places". */
export const countsText = ({ events, claims, sources, actors, places }: ListedReleaseAnswer['counts']): string =>
  formatList([
    formatCount(events, 'event'),
    formatCount(claims, 'claim'),
    formatCount(sources, 'source'),
    formatCount(actors, 'actor'),
    formatCount(places, 'place'),
  ]);
