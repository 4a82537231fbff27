import { type Range, stated } from '@counterclaim/domain';
import { formatClock, formatDate } from '#lib/format/date.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import type { GivenAnswer } from './answers.ts';
import { type Axis, axisOf } from './axis.ts';
import { MANY_DOCUMENTS, type Mark, type MarkTone, placeQuantity } from './mark.ts';
import { claimHref, documentsOf, type Reading } from './reading.ts';
import { laneOf, type Succession, successions, type TollGroup, tollGroups } from './toll-order.ts';
import { narrowerWords, TOLL_OUTCOMES, type TollCell, type TollOutcome, type TollRow, tollRows } from './toll-rows.ts';

/** Words where there is no number to place. */
export interface LadderWords {
  readonly y: number;
  readonly kind: 'not-given' | 'none-known' | 'unquantified';
}

/** Down from a past number and across to the one that took its place. */
export interface LadderStep {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Pixels to the left, where another step leaves the same number. */
  readonly shift: number;
}

export interface LadderColumn {
  readonly outcome: TollOutcome;
  readonly range: Range | null;
  /** Percent; `null` where there is no range. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly ticks: Axis['ticks'];
  readonly marks: readonly Mark[];
  readonly words: readonly LadderWords[];
  readonly steps: readonly LadderStep[];
}

/** One line of labels beside the columns. */
export interface LadderLine {
  /** A group's title, or a claimant. */
  readonly kind: 'group' | 'row';
  readonly label: string;
  readonly note: string;
  /** Lines of the note that fit on a phone. */
  readonly noteLines: number;
  readonly height: number;
  readonly lane: boolean;
  readonly href: string | null;
  /** Independent origins of the numbers killed and injured; `null` for a group and where no number is given here. */
  readonly origins: Readonly<Record<TollOutcome, number | null>>;
}

/** The toll ladder, ready to draw: time runs down, the number across. */
export interface Ladder {
  /** Pixels, the strip of tick labels included. */
  readonly height: number;
  readonly lines: readonly LadderLine[];
  readonly columns: readonly LadderColumn[];
}

/** Pixels above the first line, for the tick labels. */
export const TICK_STRIP = 22;
const GROUP_HEIGHT = 46;
const ROW_HEIGHT = 44;
const TALL_ROW_HEIGHT = 60;
/** Letters that fit one line of the label column on a phone, of a name and of the smaller note. */
const NAME_LINE = 17;
const NOTE_LINE = 20;
/** Pixels between steps that leave the same number. */
const STEP_SHIFT = 7;

const ORIGINS_OF_GROUP = { killed: null, injured: null };

const clockOf = ({ moment }: TollRow, zone: string): string | null => {
  if (moment.basis === 'undated' || moment.precision !== 'clock') return null;
  const clock = formatClock(moment.edtf, zone);
  return moment.basis === 'printed' ? `in print by ${clock}` : clock;
};

const standingWords = ({ given }: TollCell): string =>
  given.standing === 'current'
    ? given.restatement
      ? 'restated'
      : 'current'
    : (given.reason ?? 'past').replace('-', ' ');

interface PlacedRow {
  readonly row: TollRow;
  readonly y: number;
}

/** What is known of a row's time beyond the lane that it stands in. */
function timeNote({ moment }: TollRow, group: TollGroup, reading: Reading): string | null {
  if (moment.basis === 'undated') return group.key === 'undated' ? null : 'no date printed';
  const home = laneOf(moment, reading);
  if (moment.precision === 'clock') return null;
  if (home.key !== group.key) {
    return moment.basis === 'printed' && home.end !== group.end
      ? `first printed ${formatDate(moment.edtf, reading.zone, 'short')}`
      : 'time not printed';
  }
  if (moment.basis !== 'printed' || group.lane) return null;
  return moment.precision === 'day' ? 'first printed this day' : 'first printed then';
}

function lineOf(row: TollRow, group: TollGroup, reading: Reading): LadderLine {
  const note = [clockOf(row, reading.zone), ...row.notes, timeNote(row, group, reading)]
    .filter((part) => part !== null)
    .join(', ');
  const nameLines = Math.min(2, Math.ceil(row.name.length / NAME_LINE));
  const noteLines = 3 - nameLines;
  const cells = TOLL_OUTCOMES.map((outcome) => row.cells[outcome]);
  const own = cells.find((cell) => cell !== null && !cell.again);
  const [claim] = own?.given.claims ?? [];
  const originsOf = (cell: TollCell | null): number | null => (cell === null || cell.again ? null : cell.given.origins);
  return {
    kind: 'row',
    label: row.name,
    note,
    noteLines,
    height: nameLines + Math.min(noteLines, Math.ceil(note.length / NOTE_LINE)) > 2 ? TALL_ROW_HEIGHT : ROW_HEIGHT,
    lane: group.lane,
    href: claim === undefined ? null : claimHref(claim),
    origins: { killed: originsOf(row.cells.killed), injured: originsOf(row.cells.injured) },
  };
}

function toneOf(cell: TollCell, reading: Reading): MarkTone {
  const { given } = cell;
  const whole = given.floor !== undefined || narrowerWords(given.key, reading) === null;
  if (given.standing === 'past') return whole ? 'past' : 'other-past';
  return given.restatement ? 'restated' : whole ? 'current' : 'other';
}

function markOf(cell: TollCell, { row, y }: PlacedRow, axis: Axis, reading: Reading): Mark | null {
  const placed = placeQuantity(cell.quantity, axis);
  const [claim] = cell.given.claims;
  if (placed === null || claim === undefined) return null;
  const tone = toneOf(cell, reading);
  const other = tone === 'other' || tone === 'other-past';
  const words = formatQuantity(cell.quantity);
  return {
    ...placed,
    y,
    form: cell.again ? 'again' : placed.form === 'zero' ? 'zero' : other ? 'diamond' : 'dot',
    tone,
    many: !cell.again && documentsOf(cell.given.claims) >= MANY_DOCUMENTS,
    label: cell.again ? `${placed.label} again` : placed.label,
    href: claimHref(claim),
    title: `${row.name}: ${words}, ${standingWords(cell)}`,
  };
}

const wordsKind = (cell: TollCell | null): LadderWords['kind'] =>
  cell === null ? 'not-given' : cell.quantity.bound === 'none-known' ? 'none-known' : 'unquantified';

function columnOf(
  outcome: TollOutcome,
  placed: readonly PlacedRow[],
  steps: readonly Succession[],
  reading: Reading,
): LadderColumn {
  const range = reading.questions.get(`casualties:${outcome}:all`)?.range ?? null;
  const numbers = placed.flatMap(({ row }) => {
    const cell = row.cells[outcome];
    return cell === null ? [] : (stated(cell.quantity) ?? []);
  });
  const axis = axisOf(numbers.map(({ high }) => high));
  const marks = new Map<TollRow, Mark>();
  const words: LadderWords[] = [];
  for (const place of placed) {
    const cell = place.row.cells[outcome];
    const mark = cell === null ? null : markOf(cell, place, axis, reading);
    if (mark === null) words.push({ y: place.y, kind: wordsKind(cell) });
    else marks.set(place.row, mark);
  }
  const drawn: LadderStep[] = [];
  for (const { from, to } of steps.filter((step) => step.outcome === outcome)) {
    const start = marks.get(from);
    const end = marks.get(to);
    if (start === undefined || end === undefined) continue;
    const beside = drawn.filter((step) => step.x1 === start.x).length;
    drawn.push({ x1: start.x, y1: start.y, x2: end.x, y2: end.y, shift: beside * STEP_SHIFT });
  }
  return {
    outcome,
    range,
    band: range === null ? null : { from: axis.x(range.low), to: axis.x(range.high) },
    ticks: axis.ticks,
    marks: [...marks.values()],
    words,
    steps: drawn,
  };
}

/** The toll ladder of an event; `null` where nobody but a compiler gives a number. */
export function tollLadder(reading: Reading, given: ReadonlyMap<string, readonly GivenAnswer[]>): Ladder | null {
  const rows = tollRows(reading, given);
  const isRestated = ({ cells }: TollRow): boolean =>
    TOLL_OUTCOMES.every((outcome) => cells[outcome]?.given.restatement !== false);
  if (rows.every(isRestated)) return null;
  const steps = successions(rows, reading);
  const lines: LadderLine[] = [];
  const placed: PlacedRow[] = [];
  let y = TICK_STRIP;
  for (const group of tollGroups(rows, steps, reading)) {
    lines.push({
      kind: 'group',
      label: group.title,
      note: group.note,
      noteLines: 1,
      height: GROUP_HEIGHT,
      lane: group.lane,
      href: null,
      origins: ORIGINS_OF_GROUP,
    });
    y += GROUP_HEIGHT;
    for (const row of group.rows) {
      const line = lineOf(row, group, reading);
      lines.push(line);
      placed.push({ row, y: y + line.height / 2 });
      y += line.height;
    }
  }
  const outcomes = TOLL_OUTCOMES.filter((outcome) => rows.some(({ cells }) => cells[outcome] !== null));
  return { height: y, lines, columns: outcomes.map((outcome) => columnOf(outcome, placed, steps, reading)) };
}
