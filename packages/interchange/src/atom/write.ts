import { escapeXml } from './escape.ts';

/** An atom:link (RFC 4287, section 4.2.7). */
export interface AtomLink {
  readonly href: string;
  /** `alternate` without it. */
  readonly rel?: 'alternate' | 'self' | 'related' | 'via' | 'enclosure' | 'next' | 'previous' | 'first' | 'last';
  readonly type?: string;
  readonly title?: string;
}

/** Somebody who made a feed or an entry (section 3.2). */
export interface AtomPerson {
  readonly name: string;
  readonly uri?: string;
}

/** What stands above the entries of a feed (section 4.1.1). */
export interface AtomFeed {
  /** An IRI that never changes, wherever the feed is read. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  /** RFC 3339 with an offset, or a day, which is read as its start in UTC. */
  readonly updated: string;
  /** Every entry without an author of its own is by the feed's. */
  readonly author: AtomPerson;
  readonly rights?: string;
  /** Should name the feed itself (`rel: 'self'`) and the page that it is of. */
  readonly links: readonly AtomLink[];
}

/** One entry of a feed (section 4.1.2). Texts are plain. */
export interface AtomEntry {
  /** An IRI that never changes, so that a reader knows the entry again. */
  readonly id: string;
  readonly title: string;
  /** RFC 3339 with an offset, or a day. */
  readonly updated: string;
  readonly published?: string;
  /** At least one `alternate` where there is no `content`. */
  readonly links: readonly AtomLink[];
  readonly summary?: string;
  readonly content?: string;
  readonly categories?: readonly { readonly term: string; readonly label?: string }[];
  readonly author?: AtomPerson;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** A date construct (section 3.3): RFC 3339 with seconds and an offset. */
function dateTime(text: string): string {
  const written = DAY.test(text) ? `${text}T00:00:00Z` : text;
  if (!DATE_TIME.test(written) || Number.isNaN(Date.parse(written))) {
    throw new RangeError(`${JSON.stringify(text)} is no date of a feed: write 2020-11-21 or 2020-11-21T08:40:00Z`);
  }
  return written;
}

/** An IRI reference; what no IRI may contain is percent-encoded. */
const iri = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  text.replace(/[\u0000-\u0020"<>\\^`{|}\u007f]/g, (character) => encodeURIComponent(character));

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeXml(value)}"`;

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;

const linkElement = ({ href, rel = 'alternate', type, title }: AtomLink): string =>
  `<link${attribute('rel', rel)}${attribute('type', type)}${attribute('title', title)}${attribute('href', iri(href))}/>`;

const personElement = ({ name, uri }: AtomPerson): string =>
  `<author>${element('name', name)}${element('uri', uri === undefined ? undefined : iri(uri))}</author>`;

function entryElement({
  id,
  title,
  updated,
  published,
  links,
  summary,
  content,
  categories,
  author,
}: AtomEntry): string {
  const lines = [
    element('id', iri(id)),
    element('title', title),
    element('updated', dateTime(updated)),
    element('published', published === undefined ? undefined : dateTime(published)),
    author === undefined ? '' : personElement(author),
    ...links.map(linkElement),
    ...(categories ?? []).map(({ term, label }) => `<category${attribute('term', term)}${attribute('label', label)}/>`),
    element('summary', summary),
    content === undefined ? '' : `<content type="text">${escapeXml(content)}</content>`,
  ];
  return `  <entry>\n${lines
    .filter((line) => line !== '')
    .map((line) => `    ${line}\n`)
    .join('')}  </entry>\n`;
}

/**
 * Writes an Atom feed (RFC 4287), one entry at a time, in the order given.
 *
 * By hand: of the libraries at hand one (feedsmith) pads ids with line breaks, which makes them other ids, and one (feed) calls
 * plain titles HTML.
 *
 * @throws RangeError when a date is none.
 */
export async function* writeAtom(
  feed: AtomFeed,
  entries: Iterable<AtomEntry> | AsyncIterable<AtomEntry>,
): AsyncGenerator<string, void, undefined> {
  const head = [
    element('id', iri(feed.id)),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', dateTime(feed.updated)),
    personElement(feed.author),
    ...feed.links.map(linkElement),
    element('rights', feed.rights),
  ];
  yield `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n${head
    .filter((line) => line !== '')
    .map((line) => `  ${line}\n`)
    .join('')}`;
  for await (const entry of entries) yield entryElement(entry);
  yield '</feed>\n';
}
