/**
 * The state of Explore as it stands in the URL: names and values of the API's filters, in one canonical order, with
 * defaults omitted. Lists are `a~b` in alphabetical order, columns in that of the table; ranges are `a..b`.
 *
 * Native forms cannot write that: several boxes of one name come as repeated parameters, the ends of a range as `<name>.from` and
 * `<name>.to`. Reading accepts both, so a page that was asked for in the form's way redirects to its canonical address.
 */

import { canonicalColumns } from './table-columns.ts';

/** Every parameter, in canonical order. */
export const PARAMETERS = [
  'q',
  'place',
  'bbox',
  'date',
  'actor',
  'claimant',
  'stance',
  'status',
  'agreement',
  'question',
  'kind',
  'dataset',
  'source',
  'killed',
  'injured',
  'view',
  'map',
  'columns',
  'sort',
  'asOf',
  'cursor',
] as const;
export type Parameter = (typeof PARAMETERS)[number];

const LISTS = [
  'place',
  'actor',
  'claimant',
  'stance',
  'status',
  'agreement',
  'question',
  'kind',
  'dataset',
  'source',
] as const satisfies readonly Parameter[];
export type ListParameter = (typeof LISTS)[number];

const RANGES = ['date', 'killed', 'injured'] as const satisfies readonly Parameter[];
export type RangeParameter = (typeof RANGES)[number];

/** Parameters that narrow the result; the others steer how, when or where it is looked at. */
export const FILTERS = ['q', 'bbox', ...LISTS, ...RANGES] as const satisfies readonly Parameter[];
export type Filter = (typeof FILTERS)[number];

/** Parameters that only the dashboard knows: taken out before the API is asked. */
const VIEW_ONLY: readonly Parameter[] = ['view', 'map', 'columns'];

const DEFAULTS: Readonly<Partial<Record<Parameter, string>>> = { sort: '-date', view: 'list' };

/** Values as they stand in the URL, decoded; without empty ones and defaults. */
export type EventQuery = Readonly<Partial<Record<Parameter, string>>>;

export const isList = (name: Parameter): name is ListParameter => (LISTS as readonly Parameter[]).includes(name);
export const isRange = (name: Parameter): name is RangeParameter => (RANGES as readonly Parameter[]).includes(name);

/** The values of a list parameter. */
export const valuesOf = (query: EventQuery, name: ListParameter): readonly string[] => query[name]?.split('~') ?? [];

/** The ends of a range parameter as they are typed; empty where open. One value stands for both ends. */
export function endsOf(query: EventQuery, name: RangeParameter): { readonly from: string; readonly to: string } {
  const text = query[name] ?? '';
  const [from = '', to = text] = text.split('..');
  return { from, to };
}

const canonicalList = (values: readonly string[]): string =>
  [...new Set(values.flatMap((value) => value.split('~')).filter((value) => value !== ''))].sort().join('~');

const range = (from: string, to: string): string => (from === '' && to === '' ? '' : `${from}..${to}`);

/** What is read of a URL's parameters or a form's fields. */
type Fields = Pick<URLSearchParams, 'get' | 'getAll'>;

function readRange(parameters: Fields, name: RangeParameter): string {
  const text = (parameters.get(name) ?? '').trim();
  const [from = '', to = text] = text.split('..');
  return range((parameters.get(`${name}.from`) ?? from).trim(), (parameters.get(`${name}.to`) ?? to).trim());
}

/** Reads the parameters of a URL or the fields of a form. Values are not judged: the API says what is wrong with them. */
export function readQuery(parameters: Fields): EventQuery {
  const query: Partial<Record<Parameter, string>> = {};
  for (const name of PARAMETERS) {
    const value = isList(name)
      ? canonicalList(parameters.getAll(name))
      : isRange(name)
        ? readRange(parameters, name)
        : name === 'columns'
          ? canonicalColumns(parameters.getAll(name))
          : (parameters.get(name) ?? '').trim().replaceAll(/\s+/g, ' ');
    if (value !== '' && value !== DEFAULTS[name]) query[name] = value;
  }
  return query;
}

/** Names in a URL that are no parameter of Explore, such as a misspelled filter or what a newsletter adds to its links. */
export function unknownIn(parameters: Pick<URLSearchParams, 'keys'>): readonly string[] {
  const known = new Set<string>(PARAMETERS);
  for (const name of RANGES) known.add(`${name}.from`).add(`${name}.to`);
  return [...new Set(parameters.keys())].filter((name) => !known.has(name));
}

/** Tilde, colon, comma and slash need no encoding in a query, and a URL reads better without. */
export const encodeValue = (text: string): string =>
  encodeURIComponent(text)
    // A quote would be encoded by whoever reads the address.
    .replaceAll("'", '%27')
    .replaceAll('%20', '+')
    .replaceAll('%7E', '~')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/');

/** The query string, with its question mark; empty for no parameters. */
export function writeQuery(query: EventQuery): string {
  const parts = PARAMETERS.flatMap((name) => {
    const value = query[name];
    return value === undefined || value === '' ? [] : [`${name}=${encodeValue(value)}`];
  });
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/**
 * The address of Explore for a query. Whatever is changed, paging starts anew, unless the query itself names a cursor.
 */
export const exploreUrl = (query: EventQuery): string => `/events${writeQuery(query)}`;

/** The other parameters, in canonical order. */
const omit = (query: EventQuery, names: readonly Parameter[]): EventQuery =>
  Object.fromEntries(
    PARAMETERS.flatMap((name) =>
      query[name] === undefined || names.includes(name) ? [] : [[name, query[name]] as const],
    ),
  );

/** The query without a filter, or without one value of a list; on its first page. */
export function without(query: EventQuery, name: Parameter, value?: string): EventQuery {
  const rest = omit(query, [name, 'cursor']);
  if (query[name] === undefined || value === undefined || !isList(name)) return rest;
  const kept = canonicalList(valuesOf(query, name).filter((each) => each !== value));
  return kept === '' ? rest : { ...rest, [name]: kept };
}

/** The query with a parameter set, on its first page. */
export function withValue(query: EventQuery, name: Parameter, value: string): EventQuery {
  const rest = without(query, name);
  return value === '' || value === DEFAULTS[name] ? rest : { ...rest, [name]: value };
}

/** The query with a range set by its ends, on its first page; without it where both are open. */
export const withRange = (query: EventQuery, name: RangeParameter, ends: { from: string; to: string }): EventQuery =>
  withValue(query, name, range(ends.from, ends.to));

/** The query without any filter: order and as-of date stay. */
export function withoutFilters(query: EventQuery): EventQuery {
  return FILTERS.reduce<EventQuery>((rest, name) => without(rest, name), query);
}

export const hasFilters = (query: EventQuery): boolean => FILTERS.some((name) => query[name] !== undefined);

/** The ways in which Explore shows events. */
export const VIEWS = ['list', 'map', 'table'] as const;
export type View = (typeof VIEWS)[number];

/** How Explore shows events; a view that it does not have is the list. */
export const viewOf = ({ view }: EventQuery): View => VIEWS.find((each) => each === view) ?? 'list';

/** What the API is asked for a list: without what only steers a view. */
export const forApi = (query: EventQuery): EventQuery => omit(query, VIEW_ONLY);

/** What the API is asked for a count: without order and paging as well. */
export const forCount = (query: EventQuery): EventQuery => omit(query, [...VIEW_ONLY, 'sort', 'cursor']);
