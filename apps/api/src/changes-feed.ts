import type { RecordType } from '@counterclaim/domain';
import type { AtomEntry, AtomFeed, AtomLink } from '@counterclaim/interchange/serving';
import type { ChangeEntry } from '@counterclaim/store';

/** A reader of a feed never has the ledger's own addresses: what names it stays the same wherever it is served. */
const URN = 'urn:counterclaim';

const WORDS: Readonly<Record<RecordType, string>> = {
  event: 'Event',
  claim: 'Claim',
  source: 'Source',
  actor: 'Actor',
  place: 'Place',
};

/** A value as it stood in a record. */
const valueOf = (value: unknown): string =>
  value === null ? 'nothing' : typeof value === 'string' ? `“${value}”` : JSON.stringify(value);

function titleOf(change: ChangeEntry): string {
  const what = WORDS[change.record.type];
  switch (change.kind) {
    case 'correction':
      return `${what} corrected: ${change.title}`;
    case 'retraction':
      return `${what} retracted: ${change.title}`;
    case 'redirect':
      return `${what} ${change.from} is now: ${change.title}`;
  }
}

function doneIn(change: ChangeEntry): string {
  const { type, id } = change.record;
  switch (change.kind) {
    case 'correction':
      return `In the ${type} ${id}, ${change.field} was ${valueOf(change.was)} and is ${valueOf(change.now)}.`;
    case 'retraction':
      return `The ${type} ${id} was taken back, and counts for nothing.`;
    case 'redirect':
      return `The ${type} ${change.from} is found as ${id}.`;
  }
}

/** What was done, why, and which events it touches, in plain text. */
function contentOf(change: ChangeEntry): string {
  const { reason, events, eventCount } = change;
  const others = eventCount - events.length;
  const touched = events.map(({ title }) => title).join('; ') + (others > 0 ? `; and ${others} more` : '');
  return [`${doneIn(change)} ${reason}`, ...(eventCount > 0 ? [`Events: ${touched}.`] : [])].join('\n');
}

function entryOf(change: ChangeEntry, origin: string): AtomEntry {
  const { type, id } = change.record;
  return {
    id: `${URN}:change:${change.id}`,
    title: titleOf(change),
    updated: change.date,
    published: change.date,
    links: [
      { rel: 'alternate', type: 'text/html', href: `${origin}/${type}s/${id}` },
      { rel: 'related', type: 'application/json', href: `${origin}/api/v1/${type}s/${id}` },
    ],
    content: contentOf(change),
    categories: [{ term: change.kind }, { term: type }],
  };
}

export interface ChangesFeedOptions {
  /** The events that the feed is about; of everything, when there are none. */
  readonly events: readonly { readonly id: string; readonly title: string }[];
  /** What the feed dates from while nothing has changed: RFC 3339, or a day. */
  readonly since: string;
  /** Scheme and host under which readers find the service: links are absolute, because not every reader resolves others. */
  readonly origin: string;
  /** Path and query of the feed itself, and of its next page. */
  readonly self: string;
  readonly next?: string | undefined;
}

/** A page of changes, the latest first, as an Atom feed (RFC 4287; pages as RFC 5005 links them). */
export function changesFeed(
  changes: readonly ChangeEntry[],
  { events, since, origin, self, next }: ChangesFeedOptions,
): { readonly feed: AtomFeed; readonly entries: readonly AtomEntry[] } {
  const [only] = events;
  const about = events.map(({ title }) => title).join('; ');
  const page = events.length === 1 && only !== undefined ? `/events/${only.id}` : '/changes';
  const links: AtomLink[] = [
    { rel: 'self', type: 'application/atom+xml', href: origin + self },
    { rel: 'alternate', type: 'text/html', href: origin + page },
    ...(next === undefined ? [] : [{ rel: 'next' as const, type: 'application/atom+xml', href: origin + next }]),
  ];
  return {
    feed: {
      id: [
        URN,
        'changes',
        ...(events.length === 0
          ? []
          : [
              'event',
              events
                .map(({ id }) => id)
                .sort()
                .join('~'),
            ]),
      ].join(':'),
      title: events.length === 0 ? 'Counterclaim: changes' : `Counterclaim: changes that touch ${about}`,
      subtitle: 'What the ledger corrected, retracted and renamed, the latest first, each with its reason.',
      updated: changes[0]?.date ?? since,
      author: { name: 'Counterclaim' },
      rights: 'CC BY 4.0',
      links,
    },
    entries: changes.map((change) => entryOf(change, origin)),
  };
}
