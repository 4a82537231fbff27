import type { ChangeEntry, ReleaseList } from '@counterclaim/api/client';
import { formatDate } from '#lib/format/date.ts';
import type { ChangeLine } from './line.ts';

/** A change in a list, with the events that it touches. */
export interface ListedChange extends ChangeLine {
  readonly id: string;
  readonly events: readonly { readonly title: string; readonly href: string }[];
  /** Events that it touches beyond those named. */
  readonly moreEvents: number;
}

/** What happened on one day, UTC. */
export interface ChangeDay {
  readonly date: string;
  readonly words: string;
  readonly releases: readonly Release[];
  readonly changes: readonly ListedChange[];
}

type Release = Pick<ReleaseList['items'][number], 'version' | 'date' | 'counts'>;

/** The events of a change as links, but for the changed record itself. */
export function touchedEvents({
  record,
  events,
  eventCount,
}: ChangeEntry): Pick<ListedChange, 'events' | 'moreEvents'> {
  const others = events.filter(({ id }) => record.type !== 'event' || (id as string) !== record.id);
  return {
    events: others.map(({ id, title }) => ({ title, href: `/events/${id}` })),
    moreEvents: eventCount - events.length,
  };
}

/** The part of all days that a page of changes covers: from its last day, or from the beginning, up to the page before. */
export interface Stretch {
  /** Days before this one; absent on the first page. */
  readonly before?: string | undefined;
  /** Whether older changes follow on another page. */
  readonly more: boolean;
}

/** Groups changes, which come latest first, by day, and puts releases on theirs. */
export function changeDays(
  changes: readonly ListedChange[],
  releases: readonly Release[],
  { before, more }: Stretch,
): ChangeDay[] {
  const first = more ? (changes.at(-1)?.date ?? '') : '';
  const shown = releases.filter(({ date }) => date >= first && (before === undefined || date < before));
  const dates = new Set([...changes, ...shown].map(({ date }) => date));
  return [...dates]
    .sort()
    .reverse()
    .map((date) => ({
      date,
      words: formatDate(date, 'UTC'),
      releases: shown.filter((release) => release.date === date),
      changes: changes.filter((change) => change.date === date),
    }));
}
