import {
  type Breakdown,
  type BreakdownField,
  type ClaimBody,
  type ClaimId,
  type Quantity,
  quantityKey,
  questionsOf,
  stated,
} from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatList, formatNumber } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatSlug } from '#lib/format/question.ts';
import { countedNoun } from './number-question.ts';
import { actorName, claimHref, placeName, type Reading } from './reading.ts';
import { nameInSentence } from './sentence.ts';

/** A number of a part or of the whole, with its squares where it counts munitions. */
export interface BreakdownCell {
  readonly words: string;
  readonly zero: boolean;
  readonly href: string | null;
  /** One square for each munition; `null` for anything else, and never for people. */
  readonly units: number | null;
}

export interface BreakdownColumn {
  readonly heading: string;
  /** What the whole counts, in a sentence: "rockets fired". */
  readonly name: string;
  readonly sum: string;
  readonly whole: BreakdownCell;
  /** Squares of the whole that no part accounts for. */
  readonly unallocated: number;
  readonly verdict: string;
  readonly verdictNote: string;
}

/** The parts that one claimant gave, by one field, against its own totals. */
export interface BreakdownTable {
  readonly claimant: string;
  /** What the parts differ in: "Place". */
  readonly field: string;
  readonly columns: readonly BreakdownColumn[];
  /** `null` where the claimant gives no number for that part. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly (BreakdownCell | null)[] }[];
  readonly summary: string;
}

/** Squares beyond this many say nothing that the number does not. */
const MOST_UNITS = 60;

const FIELD_WORDS: Readonly<Record<BreakdownField, string>> = {
  scope: 'Place',
  persons: 'Group',
  outcome: 'Outcome',
  fate: 'Fate',
  by: 'By',
};

function partName(field: BreakdownField, value: string, reading: Reading): string {
  if (field === 'scope') return capitalise(placeName(reading, value));
  if (field === 'by') return actorName(reading, value as never);
  return capitalise(formatSlug(value));
}

const sumWords = ({ min, max }: Breakdown['sum']): string => {
  if (max === null) return `at least ${formatNumber(min)}`;
  return min === max ? formatNumber(min) : `${formatNumber(min)}–${formatNumber(max)}`;
};

/** What a column counts: its heading says what the parts are, its name what the whole is. */
function headingOf(
  { whole, parts, field }: Breakdown,
  reading: Reading,
): { heading: string; name: string; munitions: boolean } {
  const body = reading.claims.get(whole)?.body;
  if (body?.kind === 'munitions') {
    const [key = ''] = questionsOf({ body, paraphrase: '' }, reading.actors);
    const noun = countedNoun(key, reading);
    const [fate, ...others] = new Set(parts.flatMap(({ claim }) => fateOf(reading.claims.get(claim)?.body)));
    const heading = others.length === 0 && field !== 'fate' ? `${noun} ${fate ?? body.fate}` : noun;
    return { heading: capitalise(heading), name: `${noun} ${body.fate}`, munitions: true };
  }
  const word =
    body?.kind === 'casualties'
      ? formatSlug(body.outcome)
      : body?.kind === 'count'
        ? formatSlug(body.measure)
        : 'number';
  return { heading: capitalise(word), name: word, munitions: false };
}

const fateOf = (body: ClaimBody | undefined): string[] => (body?.kind === 'munitions' ? [body.fate] : []);

function cellOf(claim: ClaimId, quantity: Quantity, munitions: boolean): BreakdownCell {
  const number = stated(quantity);
  return {
    words: formatQuantity(quantity),
    zero: quantity.bound === 'none',
    href: claimHref(claim),
    units: munitions && number !== null && number.high <= MOST_UNITS ? number.high : null,
  };
}

/** What the check found, in words, and what helps to read it. */
function verdictOf({ verdict, remainder }: Breakdown): { verdict: string; note: string; unallocated: number } {
  const { min, max } = remainder;
  if (verdict === 'adds-up') return { verdict: 'adds up', note: '', unallocated: 0 };
  if (verdict === 'unallocated') {
    const low = min ?? 0;
    const words =
      min === max
        ? formatNumber(low)
        : max === null
          ? `at least ${formatNumber(low)}`
          : `${formatNumber(low)}–${formatNumber(max)}`;
    return { verdict: `${words} unallocated`, note: '', unallocated: low };
  }
  const over = max === null ? '' : ` by ${min === max ? '' : 'at least '}${formatNumber(-max)}`;
  return { verdict: `parts exceed the whole${over}`, note: '', unallocated: 0 };
}

const groupKey = (breakdown: Breakdown, reading: Reading): string =>
  `${reading.utterances.byId.get(breakdown.whole)?.owner ?? ''} ${breakdown.field}`;

/** One table for each claimant and field: rows are the parts, columns the totals they belong to. */
export function breakdownTables(reading: Reading): BreakdownTable[] {
  const groups = Map.groupBy(reading.assessment.breakdowns, (breakdown) => groupKey(breakdown, reading));
  return [...groups.values()].flatMap((breakdowns) => {
    const ordered = [...breakdowns].sort((a, b) => columnRank(a, reading) - columnRank(b, reading));
    const [first] = ordered;
    return first === undefined ? [] : [tableOf(first, ordered, reading)];
  });
}

const COLUMN_ORDER = ['munitions', 'count', 'killed', 'killed-or-injured', 'injured'];
function columnRank({ whole }: Breakdown, { claims }: Reading): number {
  const body = claims.get(whole)?.body;
  const name = body?.kind === 'casualties' ? body.outcome : (body?.kind ?? '');
  return COLUMN_ORDER.includes(name) ? COLUMN_ORDER.indexOf(name) : COLUMN_ORDER.length;
}

function tableOf(first: Breakdown, breakdowns: readonly Breakdown[], reading: Reading): BreakdownTable {
  const { field } = first;
  const claimant = nameInSentence(reading, reading.utterances.byId.get(first.whole)?.owner ?? '');
  const values = [...new Set(breakdowns.flatMap(({ parts }) => parts.map(({ value }) => value)))];
  const names = new Map(values.map((value) => [value, partName(field, value, reading)]));
  values.sort((a, b) => (names.get(a) ?? a).localeCompare(names.get(b) ?? b, 'en', { numeric: true }));
  const headings = breakdowns.map((breakdown) => headingOf(breakdown, reading));
  const columns = breakdowns.map((breakdown, index): BreakdownColumn => {
    const { verdict, note, unallocated } = verdictOf(breakdown);
    const munitions = headings[index]?.munitions ?? false;
    return {
      heading: headings[index]?.heading ?? '',
      name: headings[index]?.name ?? '',
      sum: sumWords(breakdown.sum),
      whole: cellOf(breakdown.whole, breakdown.quantity, munitions),
      unallocated: munitions ? unallocated : 0,
      verdict,
      verdictNote: munitions && unallocated > 0 ? 'dashed squares' : note,
    };
  });
  const rows = values.map((value) => ({
    name: names.get(value) ?? value,
    cells: breakdowns.map(({ parts }, index) => cellOfPart(parts, value, headings[index]?.munitions ?? false)),
  }));
  return { claimant, field: FIELD_WORDS[field], columns, rows, summary: summaryOf(claimant, breakdowns, columns) };
}

/** The number of a part; several that say the same are one. */
function cellOfPart(parts: Breakdown['parts'], value: string, munitions: boolean): BreakdownCell | null {
  const own = parts.filter((part) => part.value === value);
  const [first] = own;
  if (first === undefined) return null;
  const distinct = [...new Map(own.map((part) => [quantityKey(part.quantity), part.quantity])).values()];
  const cell = cellOf(first.claim, first.quantity, munitions);
  return distinct.length === 1 ? cell : { ...cell, words: distinct.map(formatQuantity).join(' or '), units: null };
}

/** "Parts that the ministry gave: killed and injured add up to its totals; of its 23 rockets fired, 2 are unallocated." */
function summaryOf(claimant: string, breakdowns: readonly Breakdown[], columns: readonly BreakdownColumn[]): string {
  const entries = breakdowns.map((breakdown, index) => ({ breakdown, name: columns[index]?.name ?? '' }));
  const adding = entries.filter(({ breakdown }) => breakdown.verdict === 'adds-up').map(({ name }) => name);
  const clauses =
    adding.length === 0
      ? []
      : [
          `${formatList(adding)} ${adding.length === 1 ? 'adds' : 'add'} up to ${adding.length === 1 ? 'its total' : 'its totals'}`,
        ];
  for (const { breakdown, name } of entries) {
    if (breakdown.verdict === 'adds-up') continue;
    const of = `of its ${formatQuantity(breakdown.quantity)} ${name}`;
    const { verdict } = verdictOf(breakdown);
    clauses.push(
      breakdown.verdict === 'unallocated'
        ? `${of}, ${verdict.replace(' unallocated', ' are unallocated')}`
        : `${of}: the ${verdict}`,
    );
  }
  return `Parts that ${claimant} gave: ${clauses.join('; ')}.`;
}
