import { parseAtomFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';

interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** Parses XML strictly, namespaces included. @throws Error where it is not well-formed. */
function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', uri: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element: XmlElement = {
      name: local,
      uri,
      attributes: Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (document === undefined) throw new Error('no root element');
  return document;
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;

/** What RFC 4287 demands of a feed or entry (sections 3.3, 4.1.1, 4.1.2, 4.2.6, 4.2.7), and is not so. */
function problemsOf(element: XmlElement, isEntry: boolean, hasAuthor: boolean): string[] {
  const problems: string[] = [];
  const all = (name: string) => element.children.filter((child) => child.name === name && child.uri === ATOM);
  const must = (holds: boolean, what: string): void => {
    if (!holds) problems.push(`${element.name} ${all('id')[0]?.text ?? ''}: ${what}`);
  };
  for (const name of ['id', 'title', 'updated']) must(all(name).length === 1, `must have one ${name}`);
  for (const name of ['subtitle', 'rights', 'published', 'summary', 'content'])
    must(all(name).length <= 1, `must not have two ${name}`);
  for (const { text } of all('id')) must(IRI.test(text), `id ${JSON.stringify(text)} must be an absolute IRI`);
  for (const { text } of [...all('updated'), ...all('published')])
    must(DATE.test(text) && !Number.isNaN(Date.parse(text)), `${text} must be a date-time of RFC 3339`);
  for (const author of all('author'))
    must(author.children.filter(({ name }) => name === 'name').length === 1, 'an author must have a name');
  for (const { attributes } of all('link')) must(attributes['href'] !== undefined, 'a link must have an href');
  const alternates = all('link').filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate');
  const kinds = alternates.map(({ attributes: { type, hreflang } }) => `${type ?? ''} ${hreflang ?? ''}`);
  must(new Set(kinds).size === kinds.length, 'must not have two alternate links of one type and language');
  for (const { attributes } of all('category')) must((attributes['term'] ?? '') !== '', 'a category must have a term');
  if (isEntry) {
    must(hasAuthor || all('author').length > 0, 'must have an author, or its feed must');
    must(all('content').length > 0 || alternates.length > 0, 'must have content or an alternate link');
  }
  return problems;
}

/** What is wrong with an Atom feed: XML that is not well-formed, and the must-haves of RFC 4287. */
export function atomProblems(xml: string): string[] {
  let feed: XmlElement;
  try {
    feed = parseXml(xml);
  } catch (error) {
    return [(error as Error).message];
  }
  if (feed.name !== 'feed' || feed.uri !== ATOM) return [`the root is ${feed.name} of ${feed.uri}, not Atom's feed`];
  const has = (name: string) => feed.children.some((child) => child.name === name);
  const entries = feed.children.filter(({ name }) => name === 'entry');
  const ids = entries.map((entry) => entry.children.find(({ name }) => name === 'id')?.text);
  return [
    ...problemsOf(feed, false, has('author')),
    ...entries.flatMap((entry) => problemsOf(entry, true, has('author'))),
    ...(new Set(ids).size === ids.length ? [] : ['two entries have one id']),
  ];
}

/** A feed as an independent parser of feeds understands it. */
export const parseAtom = (xml: string): ReturnType<typeof parseAtomFeed> => parseAtomFeed(xml);
