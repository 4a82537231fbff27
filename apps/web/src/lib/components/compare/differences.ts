import { ATTRIBUTION_LISTS, type AttributionList } from '@counterclaim/domain';
import { formatList } from '#lib/format/number.ts';
import { STATUS_FORMS } from '../glyph/status.ts';
import type { Reading } from '../event/reading.ts';
import { nameInSentence } from '../event/sentence.ts';
import type { ComparisonColumn } from './column.ts';
import { answeredIn, type ComparisonRow } from './rows.ts';

/** One difference in words, with the row that shows it. */
export interface NamedDifference {
  readonly row: string;
  readonly heading: string;
  readonly words: string;
}

/** Anchor of the row of who did it. */
export const AUTHOR_ROW = 'who';

type Labels = readonly Pick<ComparisonColumn, 'label'>[];

/** "A: 8–10; B: 3". */
const each = (labels: Labels, words: readonly (string | null)[]): string =>
  labels
    .flatMap(({ label }, index) => ((words[index] ?? null) === null ? [] : [`${label}: ${words[index] ?? ''}`]))
    .join('; ');

const AUTHOR_LISTS: Readonly<Record<AttributionList, string>> = {
  claimed: 'Claimed by',
  accused: 'Accused',
  denied: 'Denied by',
  exonerated: 'Said not to have done it',
};

/** In what the columns that ask for an author differ: the status, then who claims, stands accused, denies. Nobody here did anything. */
function authorDifferences(columns: readonly ComparisonColumn[], readings: readonly Reading[]): NamedDifference[] {
  const asked = [...columns.keys()].filter((index) => columns[index]?.asked === true);
  const named = (heading: string, wordsOf: (index: number) => string): NamedDifference[] => {
    const words = columns.map((_, index) => (asked.includes(index) ? wordsOf(index) : null));
    const distinct = new Set(words.filter((text) => text !== null));
    return distinct.size < 2 ? [] : [{ row: AUTHOR_ROW, heading, words: `${each(columns, words)}.` }];
  };
  const statusOf = (index: number): string => STATUS_FORMS[columns[index]?.status ?? 'unclaimed'].word.toLowerCase();
  const partiesOf = (list: AttributionList, index: number): string => {
    const reading = readings[index];
    const parties = reading === undefined ? [] : Object.keys(reading.assessment.attribution[list]).sort();
    return reading === undefined || parties.length === 0
      ? 'nobody'
      : formatList(parties.map((party) => nameInSentence(reading, party)));
  };
  return [
    ...named('Who did it', statusOf),
    ...ATTRIBUTION_LISTS.flatMap((list) => named(AUTHOR_LISTS[list], (index) => partiesOf(list, index))),
  ];
}

function rowDifferences(columns: Labels, row: ComparisonRow): NamedDifference[] {
  const { id, heading, cells } = row;
  const difference = (words: string): NamedDifference => ({ row: id, heading, words });
  const values = each(
    columns,
    cells.map((cell) => cell && (cell.counted === null ? cell.words : `${cell.words} ${cell.counted}`)),
  );
  const all = answeredIn(row) === 2 ? 'both' : 'all';
  const found: NamedDifference[] = [];
  if (row.otherCounts) found.push(difference(`${values}. They do not count the same persons.`));
  else if (row.ranges === 'apart') found.push(difference(`${values}. No number fits ${all}.`));
  else if (row.ranges === 'overlapping') found.push(difference(`${values}. Some number fits ${all}.`));
  else if (row.answers) found.push(difference(`${values}.`));
  if (row.disputed) {
    const words = cells.map((cell) => cell && (cell.agreement === 'disputed' ? 'disputed' : 'not disputed'));
    found.push(difference(`${each(columns, words)}.`));
  }
  return found;
}

/** What the columns of a comparison are told differently in, each difference in one sentence, in the order of the rows. */
export const namedDifferences = (
  columns: readonly ComparisonColumn[],
  readings: readonly Reading[],
  rows: readonly ComparisonRow[],
): NamedDifference[] => [
  ...authorDifferences(columns, readings),
  ...rows.flatMap((row) => rowDifferences(columns, row)),
];

/** Phrases of ours are listed, not compared: alike are only those that are the same to the letter. */
function isAlike({ cells, ranges, otherCounts, answers, disputed }: ComparisonRow): boolean {
  if (otherCounts || answers || disputed) return false;
  if (ranges !== null) return ranges === 'same';
  const given = cells.flatMap(
    (cell) =>
      cell?.answers
        .map(({ words }) => words)
        .sort()
        .join('\n') ?? [],
  );
  return new Set(given).size === 1;
}

/** What at least two columns answer, and answer alike. */
export const toldAlike = (rows: readonly ComparisonRow[]): string[] =>
  rows.filter((row) => answeredIn(row) > 1 && isAlike(row)).map(({ heading }) => heading);
