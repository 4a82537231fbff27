import {
  type Agreement,
  type ClaimId,
  isQuantity,
  type QuestionKey,
  questionsOf,
  type Range,
  stated,
} from '@counterclaim/domain';
import { formatAnswer } from '#lib/format/answer.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatList } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { type Axis, axisOf } from './axis.ts';
import { MANY_DOCUMENTS, type Mark, placeQuantity } from './mark.ts';
import { countHeading, countedNoun, countedWords, isCountQuestion } from './number-question.ts';
import { formatMoment } from './moment.ts';
import { claimHref, documentsOf, type Reading } from './reading.ts';
import { nameInSentence } from './sentence.ts';

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

/** One answer of a chart, in words. */
export interface DotLine {
  readonly name: string;
  readonly words: string;
  readonly standing: string;
  readonly rule: string;
  readonly when: string;
  readonly origins: number;
  readonly claims: number;
  readonly href: string;
}

/** A number that needs no chart: one claimant, one answer. */
export interface ListedNumber {
  readonly key: QuestionKey;
  readonly counted: string;
  readonly answers: readonly {
    readonly name: string;
    readonly words: string;
    readonly href: string;
    readonly claims: readonly ClaimId[];
    readonly restated: boolean;
  }[];
}

export interface NumberQuestions {
  readonly charts: readonly DotChart[];
  readonly listed: readonly ListedNumber[];
}

/** Pixels above the first row, for the tick labels; and of each row. */
export const DOT_STRIP = 22;
const DOT_ROW = 52;

/** Whole before part, fired before landed, munitions before other counts. */
const FATE_ORDER = ['fired', 'landed', 'exploded', 'unexploded', 'intercepted'];
const rankOf = (key: QuestionKey): string => {
  const [, , fate = ''] = (key.split('@')[0] ?? '').split(':');
  const kind = key.startsWith('munitions:') ? '0' : '1';
  return `${kind}${key.includes('@') ? '1' : '0'}${FATE_ORDER.indexOf(fate)}${key}`;
};

/** The questions that parts of a breakdown answer: they stand in its table. */
function breakdownQuestions({ assessment, claims, actors }: Reading): Set<QuestionKey> {
  return new Set(
    assessment.breakdowns.flatMap(({ parts }) =>
      parts.flatMap(({ claim }) => {
        const part = claims.get(claim);
        return part === undefined ? [] : questionsOf(part, actors);
      }),
    ),
  );
}

/** Every question for a number other than of casualties: charts where answers differ or moved, else a list. */
export function numberQuestions(
  reading: Reading,
  given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>,
): NumberQuestions {
  const parts = breakdownQuestions(reading);
  const charts: DotChart[] = [];
  const listed: ListedNumber[] = [];
  const keys = [...given.keys()].filter(isCountQuestion).sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  for (const key of keys) {
    const answers = (given.get(key) ?? []).filter(({ standing }) => standing !== 'restated');
    const owners = new Set(answers.map(({ owner }) => owner));
    if (answers.length < 2) {
      if (!parts.has(key) && answers.length > 0) listed.push(listedOf(reading, key, answers));
    } else if (!(parts.has(key) && owners.size === 1)) {
      charts.push(chartOf(reading, key, answers));
    }
  }
  return { charts, listed };
}

const listedOf = (reading: Reading, key: QuestionKey, answers: readonly GivenAnswer[]): ListedNumber => ({
  key,
  counted: countedWords(key, reading),
  answers: answers.map(({ owner, answer, claims, restatement }) => ({
    name: capitalise(formatOwner(owner, reading.actors)),
    words: formatAnswer(key, answer, reading.zone),
    href: claimHref(claims[0] as ClaimId),
    claims,
    restated: restatement,
  })),
});

function chartOf(reading: Reading, key: QuestionKey, answers: readonly GivenAnswer[]): DotChart {
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
    summary: summaryOf(reading, drafts.map(({ own }) => own).reverse()),
    lines: drafts
      .flatMap(({ own }) =>
        [...own].sort((a, b) => Number(a.standing === 'current') - Number(b.standing === 'current')),
      )
      .map((answer) => lineOf(reading, answer)),
  };
}

const wordsOf = ({ answer }: GivenAnswer): string => (isQuantity(answer) ? formatQuantity(answer) : '');

function lineOf(reading: Reading, answer: GivenAnswer): DotLine {
  const past = answer.standing === 'past';
  const current = answer.floor === undefined ? 'current' : 'current, as a floor';
  return {
    name: capitalise(formatOwner(answer.owner, reading.actors)),
    words: wordsOf(answer),
    standing: past ? (answer.reason ?? 'past').replace('-', ' ') : answer.restatement ? 'restated' : current,
    rule: answer.floor !== undefined ? 'position.floor' : answer.restatement ? 'claim.restatement' : 'position.current',
    when: formatMoment(reading, answer.claims),
    origins: answer.origins,
    claims: answer.claims.length,
    href: claimHref(answer.claims[0] as ClaimId),
  };
}

/** "Islamic State says 28; the Ministry of Interior Affairs said 14, then 23 or 24." Highest first. */
function summaryOf(reading: Reading, owners: readonly (readonly GivenAnswer[])[]): string {
  const clauses = owners.map((own) => {
    const who = nameInSentence(reading, own[0]?.owner ?? '');
    const now = formatList(own.filter(({ standing }) => standing === 'current').map(wordsOf), 'or');
    const past = formatList(own.filter(({ standing }) => standing === 'past').map(wordsOf), 'or');
    if (now === '') return `${who} said ${past}, and no longer does`;
    return past === '' ? `${who} says ${now}` : `${who} said ${past}, then ${now}`;
  });
  return `${capitalise(clauses.join('; '))}.`;
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
