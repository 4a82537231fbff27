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

/** What happened on one day, UTC: the latest first, as far as that is known. */
export interface ChangeDay {
  readonly date: string;
  readonly words: string;
  readonly entries: readonly ({ readonly release: Release } | { readonly change: ListedChange })[];
}

type Release = Pick<ReleaseList['items'][number], 'version' | 'date' | 'counts' | 'changesOfDay'>;

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

/**
 * Groups changes, which come latest first, by day, and puts releases among them: below what was changed since, above what they
 * already have. Of a release whose records are not at hand it is not known what it has: it stands last.
 *
 * @param releases latest first
 */
export function changeDays(
  changes: readonly ListedChange[],
  releases: readonly Release[],
  { before, more }: Stretch,
): ChangeDay[] {
  // The last day of a page may go on on the next.
  const cut = more ? (changes.at(-1)?.date ?? '') : '';
  const listed = new Set(changes.map(({ id }) => id));
  const shown = releases.filter(({ date, changesOfDay }) => {
    const [first] = changesOfDay ?? [];
    // Above what it has of its day, else where the day ends.
    return first === undefined ? date > cut && (before === undefined || date <= before) : listed.has(first);
  });
  const dates = new Set([...changes, ...shown].map(({ date }) => date));
  return [...dates]
    .sort()
    .reverse()
    .map((date) => ({
      date,
      words: formatDate(date, 'UTC'),
      entries: entriesOf(
        changes.filter((change) => change.date === date),
        shown.filter((release) => release.date === date),
      ),
    }));
}

function entriesOf(changes: readonly ListedChange[], releases: readonly Release[]): ChangeDay['entries'] {
  /** Below which of the releases a change stands, from 0: the first that was made with it; -1 where none has it yet. */
  const firstWith = ({ id }: ListedChange): number =>
    releases.findLastIndex(({ changesOfDay }) => changesOfDay?.includes(id) === true);
  const below = (index: number) =>
    changes.filter((change) => firstWith(change) === index).map((change) => ({ change }));
  return [...below(-1), ...releases.flatMap((release, index) => [{ release }, ...below(index)])];
}
