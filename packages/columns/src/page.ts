import type { Columns } from './columns.ts';
import { candidatesOf, fewOf } from './candidates.ts';
import { countWhile } from './count-while.ts';
import { criteriaOf } from './criteria.ts';
import type { ColumnFilter } from './filter.ts';
import { piecesAsked } from './pieces.ts';
import type { AskedWords } from './words.ts';

/** What a list is sorted by: the key of the event, or the keys that the store has for its piece. */
export interface PageSort {
  readonly by: 'date' | 'killed' | 'known';
  readonly descending: boolean;
}

/** Where a list goes on: after a sort key and, among those that have the same one, an event. */
export interface PageStart {
  readonly key: number;
  /** The key of the event; undefined where it is gone: then those with the same sort key are passed over. */
  readonly event: number | undefined;
}

/** One line of a list. */
export interface PageRow {
  readonly key: number;
  /** Key of the event, and which of its pieces counts. */
  readonly event: number;
  readonly part: number;
}

/**
 * The first lines of a list that match a filter, in the order of a sort: events without a number come last, whichever way it runs. It looks at
 * events in that order, and no further than the last line; where a parameter leaves few, at those alone.
 *
 * @param limit Lines at most.
 * @param words Which events have each of the words that are asked for.
 */
export function pageOf(
  columns: Columns,
  filter: ColumnFilter,
  sort: PageSort,
  limit: number,
  after?: PageStart,
  words?: AskedWords,
): PageRow[] {
  const { events, pieces } = columns;
  const { by } = sort;
  const asked = piecesAsked(columns, filter.asOf);
  const criteria = criteriaOf(columns, filter, asked, words).map(({ holds }) => holds);
  const candidates = candidatesOf(columns, filter, by === 'date' ? events.size : fewOf(columns), words);
  const keys = by === 'killed' ? pieces.killedKey : pieces.knownKey;
  const size = candidates?.length ?? events.size;
  const list: Listed = {
    events: candidates,
    size,
    matches: (event) => {
      if (asked.pieceOf(event) < 0) return false;
      for (const holds of criteria) if (!holds(event)) return false;
      return true;
    },
    rowOf: (event) => {
      const piece = asked.pieceOf(event);
      const key = by === 'date' ? events.key[event] : keys[piece];
      return { key, event: events.key[event], part: piece - events.pieces[event] };
    },
  };
  if (by === 'date') return inOrder(list, sort, limit, after);
  if (filter.asOf !== undefined || candidates !== undefined) {
    const all = filter.asOf === undefined || size > FEW ? asked.all() : undefined;
    return best(list, { keys, pieceOf: asked.pieceOf, all }, sort, limit, after);
  }
  return inOrder({ ...list, events: columns.orders[by] }, sort, limit, after);
}

/** Events up to which their pieces as of an instant are looked for one by one, rather than those of all events at once, which are kept. */
const FEW = 2_000;

/** Events as a list shows them. */
interface Listed {
  /** Rows of those that may match; all of them, as they are, unless given. */
  readonly events: Uint32Array | undefined;
  readonly size: number;
  readonly matches: (event: number) => boolean;
  readonly rowOf: (event: number) => PageRow;
}

/** Less than 0 where a line comes before another. */
type Compare = (a: Omit<PageRow, 'part'>, b: Omit<PageRow, 'part'>) => number;

/** The same of their sort keys alone. */
const compareKeysBy = ({ by, descending }: PageSort): ((a: number, b: number) => number) => {
  const sign = descending ? -1 : 1;
  if (by === 'date' || descending) return (a, b) => sign * (a - b);
  return (a, b) => (a < 0 ? 1 : 0) - (b < 0 ? 1 : 0) || a - b;
};

const compareBy = (sort: PageSort): Compare => {
  const keys = compareKeysBy(sort);
  const sign = sort.descending ? -1 : 1;
  return (a, b) => keys(a.key, b.key) || sign * (a.event - b.event);
};

/** What comes before the first line; of the same key as an event that is gone, all do. */
const startOf = ({ descending }: PageSort, { key, event }: PageStart) => ({
  key,
  event: event ?? (descending ? -Infinity : Infinity),
});

/** Walks events that come in the order of their keys. */
function inOrder(
  { events, size, matches, rowOf }: Listed,
  sort: PageSort,
  limit: number,
  after: PageStart | undefined,
): PageRow[] {
  const compare = compareBy(sort);
  const eventAt = (place: number): number => (events === undefined ? place : events[place]);
  // By date there is no line without a number. Upwards those without one follow the others, which they precede in the order.
  const without =
    sort.by === 'date' || sort.descending ? 0 : countWhile(size, (place) => rowOf(eventAt(place)).key < 0);
  const lineAt = (place: number): number =>
    eventAt(sort.descending ? size - 1 - place : place < size - without ? place + without : place - size + without);
  const start = after === undefined ? undefined : startOf(sort, after);
  let place = start === undefined ? 0 : countWhile(size, (at) => compare(rowOf(lineAt(at)), start) <= 0);
  const rows: PageRow[] = [];
  for (; place < size && rows.length < limit; place += 1) {
    const event = lineAt(place);
    if (matches(event)) rows.push(rowOf(event));
  }
  return rows;
}

/** By what events are sorted: the keys of their pieces that count. */
interface PieceKeys {
  readonly keys: Float64Array;
  readonly pieceOf: (event: number) => number;
  /** The same of all events: to call something for each of them would take most of the time. */
  readonly all: Int32Array | undefined;
}

/** Looks at all events, and keeps the first lines. */
function best(
  { events, size, matches, rowOf }: Listed,
  { keys, pieceOf, all }: PieceKeys,
  sort: PageSort,
  limit: number,
  after: PageStart | undefined,
): PageRow[] {
  const compare = compareBy(sort);
  const start = after === undefined ? undefined : startOf(sort, after);
  const rows: PageRow[] = [];
  // Keys as numbers that rise from the first line to the last, so that most events need one comparison.
  const rising = (key: number): number => (sort.descending ? -key : key < 0 ? Infinity : key);
  let last = Infinity;
  for (let step = 0; step < size; step += 1) {
    // What happened last is mostly known last, too: from the end whose lines come first, few events displace others.
    const place = sort.descending ? size - 1 - step : step;
    const event = events === undefined ? place : events[place];
    // Which come first is cheaper to tell than which match, and by their keys alone cheaper still.
    const piece = all === undefined ? pieceOf(event) : all[event];
    if (piece < 0 || rising(keys[piece]) > last) continue;
    const row = rowOf(event);
    if (rows.length === limit && compare(row, rows[limit - 1]) >= 0) continue;
    if (start !== undefined && compare(row, start) <= 0) continue;
    if (!matches(event)) continue;
    if (rows.length === limit) rows.pop();
    rows.splice(
      countWhile(rows.length, (at) => compare(rows[at], row) < 0),
      0,
      row,
    );
    if (rows.length === limit) last = rising(rows[limit - 1].key);
  }
  return rows;
}
