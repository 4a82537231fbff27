import { type Agreement, type ClaimId, isQuantity, type QuestionKey, type Range, stated } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { type Axis, axisOf } from './axis.ts';
import { type DotLine, dotLine, dotSummary } from './dot-lines.ts';
import { MANY_DOCUMENTS, type Mark, placeQuantity } from './mark.ts';
import { countHeading, countedNoun, countedWords } from './number-question.ts';
import { claimHref, documentsOf, type Reading } from './reading.ts';

/** One claimant's answers to one question, placed on one line. */
export interface DotRow {
  readonly name: string;
  readonly note: string;
  readonly href: string;
  readonly y: number;
  readonly height: number;
  readonly origins: number;
  readonly marks: readonly Mark[];
  /** From a past answer to the present one, in percent. */
  readonly join: { readonly from: number; readonly to: number } | null;
  /** Between answers that cannot be put in order, in percent. */
  readonly unsettled: { readonly from: number; readonly to: number } | null;
  /** The label of the present answer or answers. */
  readonly label: { readonly text: string; readonly x: number; readonly side: 'left' | 'right' } | null;
  /** Instead of a mark, where the words state no number. */
  readonly words: string | null;
}

/** Dot and whisker, one row for each claimant, in ascending order. */
export interface DotChart {
  readonly key: QuestionKey;
  readonly heading: string;
  /** What is counted: "rockets fired". */
  readonly counted: string;
  /** Its first word or words: "rockets". */
  readonly noun: string;
  readonly agreement: Agreement;
  readonly range: Range | null;
  readonly height: number;
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly ticks: Axis['ticks'];
  readonly rows: readonly DotRow[];
  /** Who says what, in one sentence. */
  readonly summary: string;
  /** The same answers as lines of a table. */
  readonly lines: readonly DotLine[];
}

/** Pixels above the first row, for the tick labels; and of each row. */
export const DOT_STRIP = 22;
const DOT_ROW = 52;

/** Places the answers to one question, one row for each claimant. */
export function dotChart(reading: Reading, key: QuestionKey, answers: readonly GivenAnswer[]): DotChart {
  const question = reading.questions.get(key);
  const numbers = answers.flatMap(({ answer }) => (isQuantity(answer) ? (stated(answer) ?? []) : []));
  const axis = axisOf(numbers.map(({ high }) => high));
  const range = question?.range ?? null;
  const drafts = [...Map.groupBy(answers, ({ owner }) => owner)]
    .map(([, own]) => ({ own, order: orderOf(own) }))
    .sort((a, b) => a.order - b.order || ((a.own[0]?.owner ?? '') < (b.own[0]?.owner ?? '') ? -1 : 1));
  const rows = drafts.map(({ own }, index) => rowOf(reading, own, DOT_STRIP + index * DOT_ROW, axis));
  return {
    key,
    heading: countHeading(key, reading),
    counted: countedWords(key, reading),
    noun: countedNoun(key, reading),
    agreement: question?.agreement ?? 'single',
    range,
    height: DOT_STRIP + rows.length * DOT_ROW,
    band: range === null ? null : { from: axis.x(range.low), to: axis.x(range.high) },
    ticks: axis.ticks,
    rows,
    summary: dotSummary(reading, drafts.map(({ own }) => own).reverse()),
    lines: drafts
      .flatMap(({ own }) =>
        [...own].sort((a, b) => Number(a.standing === 'current') - Number(b.standing === 'current')),
      )
      .map((answer) => dotLine(reading, answer)),
  };
}

/** Ascending by the lowest present number, past ones where there is none. */
function orderOf(answers: readonly GivenAnswer[]): number {
  const current = answers.filter(({ standing }) => standing === 'current');
  const lows = (current.length > 0 ? current : answers).flatMap(({ answer }) =>
    isQuantity(answer) ? (stated(answer)?.low ?? []) : [],
  );
  return Math.min(...lows, Number.MAX_SAFE_INTEGER);
}

function markOf(given: GivenAnswer, y: number, axis: Axis, name: string): Mark | null {
  const [claim] = given.claims;
  if (!isQuantity(given.answer) || claim === undefined) return null;
  const placed = placeQuantity(given.answer, axis);
  if (placed === null) return null;
  const past = given.standing === 'past';
  return {
    ...placed,
    y,
    tone: past ? 'past' : given.restatement ? 'restated' : 'current',
    many: documentsOf(given.claims) >= MANY_DOCUMENTS,
    href: claimHref(claim),
    title: `${name}: ${formatQuantity(given.answer)}, ${past ? (given.reason ?? 'past').replace('-', ' ') : 'current'}`,
  };
}

/** Models and hedges that tell a row from the others. */
function noteOf(reading: Reading, answers: readonly GivenAnswer[]): string {
  const claims = answers.flatMap(({ claims: ids }) => ids.flatMap((id) => reading.claims.get(id) ?? []));
  const models = new Set(claims.flatMap(({ body }) => (body.kind === 'munitions' ? (body.model ?? []) : [])));
  const current = answers.filter(({ standing }) => standing === 'current');
  const parts = [
    ...[...models].slice(0, 2).map((model) => `“${model}”`),
    ...(current.length > 1 ? ['unsettled: no order'] : []),
    ...(current.some(({ floor }) => floor !== undefined) ? ['a floor, from a part'] : []),
    ...(current.some(({ restatement }) => restatement) ? ['restated'] : []),
  ];
  return parts.join(', ');
}

function rowOf(reading: Reading, answers: readonly GivenAnswer[], top: number, axis: Axis): DotRow {
  const y = top + DOT_ROW / 2;
  const [first] = answers;
  const name = capitalise(formatOwner(first?.owner ?? '', reading.actors));
  const current = answers.filter(({ standing }) => standing === 'current');
  const marks = answers.flatMap((answer) => markOf(answer, y, axis, name) ?? []);
  const now = marks.filter(({ tone }) => tone !== 'past').sort((a, b) => a.x - b.x);
  const past = marks.filter(({ tone }) => tone === 'past').sort((a, b) => a.x - b.x);
  const lowest = now[0];
  const highest = now.at(-1);
  const farthest = past.reduce<Mark | null>(
    (far, mark) => (far === null || distance(mark, lowest) > distance(far, lowest) ? mark : far),
    null,
  );
  return {
    name,
    note: noteOf(reading, answers),
    href: claimHref((first?.claims[0] ?? '') as ClaimId),
    y: top,
    height: DOT_ROW,
    origins: current.reduce((most, { origins }) => most + origins, 0),
    marks: [...past, ...now],
    join: farthest === null || lowest === undefined ? null : { from: farthest.x, to: lowest.x },
    unsettled:
      lowest === undefined || lowest === highest || highest === undefined
        ? null
        : { from: lowest.x, to: highest.to ?? highest.x },
    label: labelOf(now),
    words:
      now.length === 0 && current.length > 0
        ? current.map(({ answer }) => (isQuantity(answer) ? formatQuantity(answer) : '')).join(' or ')
        : null,
  };
}

const distance = (mark: Mark, other: Mark | undefined): number =>
  other === undefined ? 0 : Math.abs(mark.x - other.x);

function labelOf(now: readonly Mark[]): DotRow['label'] {
  const [first] = now;
  const last = now.at(-1);
  if (first === undefined || last === undefined) return null;
  const text = now.map(({ label }) => label).join(' or ');
  return last.open === 'above' ? { text, x: first.x, side: 'left' } : { text, x: last.to ?? last.x, side: 'right' };
}
