import { type ClaimId, clockAt } from '@counterclaim/domain';
import { formatDate, formatDay, formatZone } from '#lib/format/date.ts';
import { compareMoments, type Moment } from './moment.ts';
import type { Reading } from './reading.ts';
import { lowestOf, TOLL_OUTCOMES, type TollOutcome, type TollRow } from './toll-rows.ts';

/** What is known of a time, and where that stands in the order of the ladder. */
interface Lane {
  readonly key: string;
  readonly title: string;
  /** How closely the time is known. */
  readonly note: string;
  /** Tinted, because its rows have no place on the clock. */
  readonly lane: boolean;
  /** The local day that it belongs to, as milliseconds of its end; of one day, first what has no clock time. */
  readonly end: number;
  readonly rank: number;
}

/** Rows that share what is known of their time. */
export interface TollGroup extends Lane {
  readonly rows: readonly TollRow[];
}

/** A past number and the one that took its place, on one question of one claimant. */
export interface Succession {
  readonly outcome: TollOutcome;
  readonly from: TollRow;
  readonly to: TollRow;
}

/** The numbers that a row gives for itself, not repeated from another one. */
const own = (row: TollRow, outcome: TollOutcome) => {
  const cell = row.cells[outcome];
  return cell === null || cell.again ? null : cell;
};

/** Whether a claim of one row supersedes or retracts a statement of another. */
function supersedes(later: readonly ClaimId[], earlier: readonly ClaimId[], { claims, utterances }: Reading): boolean {
  const topOf = (id: ClaimId): ClaimId => utterances.byId.get(id)?.top ?? id;
  const gone = new Set(
    later.flatMap((id) => {
      const { supersedes = [], retracts = [] } = claims.get(id)?.relations ?? {};
      return [...supersedes, ...retracts].map(topOf);
    }),
  );
  return earlier.some((id) => gone.has(topOf(id)));
}

/** Whether a row's numbers are provably later than another's. */
const startsAfter = ({ moment: later }: TollRow, { moment: earlier }: TollRow): boolean =>
  later.basis === 'said' && earlier.basis !== 'undated' && later.span.start >= earlier.span.end;

/** Each past number with its successor on the same question; none where its claimant moved on to another question. */
export function successions(rows: readonly TollRow[], reading: Reading): Succession[] {
  return TOLL_OUTCOMES.flatMap((outcome) =>
    rows.flatMap((from) => {
      const past = own(from, outcome);
      if (past?.given.standing !== 'past') return [];
      const others = rows.filter((row) => {
        const cell = row === from ? null : own(row, outcome);
        return cell?.question === past.question && cell.given.owner === past.given.owner;
      });
      const stated = others.filter((row) =>
        supersedes(own(row, outcome)?.given.claims ?? [], past.given.claims, reading),
      );
      const later = past.given.reason === 'later-answer' ? others.filter((row) => startsAfter(row, from)) : [];
      const [to] = (stated.length > 0 ? stated : later).sort((a, b) => compareMoments(a.moment, b.moment));
      return to === undefined ? [] : [{ outcome, from, to }];
    }),
  );
}

const DAY = 86_400_000;

const coarseNote = (edtf: string): string =>
  edtf.includes('/') ? 'some time between' : /^\d{4}-\d{2}$/.test(edtf) ? 'month only' : 'no day printed';

/** The lane in which a moment stands, as long as nothing else is known of its order. */
export function laneOf(moment: Moment, { zone, detail }: Reading): Lane {
  if (moment.basis === 'undated') {
    return { key: 'undated', title: 'No date printed', note: '', lane: true, end: Infinity, rank: 0 };
  }
  const { edtf, span, precision } = moment;
  if (precision === 'coarse') {
    const end = Number.isFinite(span.end) ? clockAt(span.end, zone) : Number.MAX_SAFE_INTEGER;
    return { key: edtf, title: formatDate(edtf, zone), note: coarseNote(edtf), lane: false, end, rank: 2 };
  }
  const title = formatDay(edtf, zone);
  const end = (Math.floor(clockAt(span.start, zone) / DAY) + 1) * DAY;
  if (precision === 'clock') {
    return { key: `${title} clock`, title, note: `by the clock, ${formatZone(zone)}`, lane: false, end, rank: 1 };
  }
  const isEventDay = title === formatDay(detail.event.time, zone);
  const note = isEventDay ? 'time of day not printed' : 'day only';
  return { key: `${title} day`, title, note, lane: isEventDay, end, rank: 0 };
}

interface OpenLane extends Lane {
  readonly rows: TollRow[];
}

/**
 * Puts a successor after what it replaced, where the order of lanes does not: it leaves its day's lane without a clock, or what it
 * replaced leaves the later day of its first print, which only bounds when it was said.
 */
function bringInOrder({ from, to }: Succession, lanes: readonly OpenLane[]): void {
  const before = lanes.findIndex(({ rows }) => rows.includes(from));
  const after = lanes.findIndex(({ rows }) => rows.includes(to));
  const home = lanes[before];
  const target = lanes[after];
  if (home === undefined || target === undefined || before < after) return;
  if (home === target) {
    if (home.rows.indexOf(to) < home.rows.indexOf(from)) move(to, home, home, home.rows.indexOf(from));
  } else if (home.end === target.end) {
    move(to, target, home, home.rows.indexOf(from) + 1);
  } else if (from.moment.basis !== 'said') {
    move(from, home, target, target.rows.indexOf(to));
  }
}

/** Moves a row to an index of a lane, counted once the row has left its own. */
function move(row: TollRow, home: OpenLane, target: OpenLane, index: number): void {
  home.rows.splice(home.rows.indexOf(row), 1);
  target.rows.splice(index, 0, row);
}

/**
 * The rows in time order, grouped by what is known of their time: a day without clock times before that day's clock, then later days and
 * months, undated rows last. Within a group by clock, else by number; a successor always comes after what it replaced.
 */
export function tollGroups(rows: readonly TollRow[], steps: readonly Succession[], reading: Reading): TollGroup[] {
  const lanes = new Map<string, OpenLane>();
  for (const row of rows) {
    const lane = laneOf(row.moment, reading);
    const present = lanes.get(lane.key);
    if (present === undefined) lanes.set(lane.key, { ...lane, rows: [row] });
    else present.rows.push(row);
  }
  const sorted = [...lanes.values()].sort((a, b) => (a.end === b.end ? a.rank - b.rank : a.end - b.end));
  for (const lane of sorted) {
    lane.rows.sort(
      (a, b) =>
        (lane.rank === 1 ? compareMoments(a.moment, b.moment) : 0) ||
        lowestOf(a) - lowestOf(b) ||
        (a.id < b.id ? -1 : 1),
    );
  }
  for (const step of steps) bringInOrder(step, sorted);
  return sorted.filter((lane) => lane.rows.length > 0);
}
