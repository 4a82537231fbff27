import { accusingStance, responsibilityKey } from './accusation.ts';
import type { HistoryPiece } from '@counterclaim/api/client';
import {
  type ActorId,
  type Answer,
  answerKey,
  type Assessment,
  type AttributionStatus,
  isQuantity,
  type OwnersByParty,
  type QuestionKey,
  type Range,
} from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatInstant } from '#lib/format/date.ts';
import { formatList } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatRange } from '#lib/format/range.ts';
import { countedWords } from './number-question.ts';
import type { Reading } from './reading.ts';
import { nameInSentence } from './sentence.ts';

/** A number at one moment, in words and as a range; `null` where nobody had given one. */
export interface HistoryRange {
  readonly words: string;
  readonly range: Range | null;
}

/** A moment from which on the assessment says something else. */
export interface HistoryRow {
  /** ISO 8601 in UTC: the as-of that shows it; `null` for the present, undated statements included. */
  readonly asOf: string | null;
  readonly label: string;
  readonly status: AttributionStatus;
  /** What changed then, in words. */
  readonly changes: readonly string[];
  /** One for each of the history's questions. */
  readonly ranges: readonly HistoryRange[];
  readonly pending: number;
  /** After the date as of which the page is shown. */
  readonly later: boolean;
}

export interface EventHistory {
  /** The columns: "Killed", "Injured", "Rockets fired", each with the highest number it ever shows. */
  readonly columns: readonly { readonly name: string; readonly highest: number }[];
  readonly rows: readonly HistoryRow[];
  readonly summary: string;
}

/** A day's end reads better than the next day's midnight. */
export function instantLabel(instant: string, zone: string): string {
  const label = formatInstant(instant, zone, 'short');
  if (!label.endsWith(', 00:00')) return label;
  const eve = formatInstant(new Date(Date.parse(instant) - 60_000).toISOString(), zone, 'short');
  return `end of ${eve.slice(0, eve.lastIndexOf(','))}`;
}

/** Questions whose numbers are followed through time, as far as anyone ever answers them. */
function followed(pieces: readonly HistoryPiece[]): QuestionKey[] {
  const keys = new Set(pieces.flatMap(({ assessment }) => assessment.questions.map(({ key }) => key)));
  const fired = [...keys].filter((key) => /^munitions:[a-z]+:fired$/.test(key)).sort();
  return ['casualties:killed:all', 'casualties:injured:all', ...fired].filter((key) => keys.has(key));
}

const columnName = (key: QuestionKey, reading: Reading): string =>
  capitalise(key.startsWith('casualties:') ? (key.split(':')[1] ?? '') : countedWords(key, reading));

type Pair = readonly [party: ActorId, owner: string];

const pairsOf = (list: OwnersByParty): Pair[] =>
  Object.entries(list).flatMap(([party, owners]) => owners.map((owner): Pair => [party as ActorId, owner]));

const added = (before: OwnersByParty, after: OwnersByParty): Pair[] => {
  const known = new Set(pairsOf(before).map((pair) => pair.join(' ')));
  return pairsOf(after).filter((pair) => !known.has(pair.join(' ')));
};

const accuses = ({ questions }: Assessment, party: ActorId, owner: string): string =>
  accusingStance(
    questions.find(({ key }) => key === responsibilityKey(party)),
    owner,
  );

/** What the four lists of attribution gained or lost. */
function attributionChanges(before: Assessment, after: Assessment, reading: Reading): string[] {
  const name = (id: string): string => nameInSentence(reading, id);
  const [a, b] = [before.attribution, after.attribution];
  const gone = (list: 'claimed' | 'denied', words: string): string[] =>
    added(b[list], a[list]).map(
      ([party, owner]) => `${name(owner)} no longer ${words} ${party === owner ? 'it' : name(party)}`,
    );
  return [
    ...added(a.claimed, b.claimed).map(([party, owner]) =>
      party === owner ? `${name(party)} claims it` : `${name(owner)} claims it for ${name(party)}`,
    ),
    ...added(a.accused, b.accused).map(
      ([party, owner]) => `${name(owner)} ${accuses(after, party, owner)} ${name(party)}`,
    ),
    ...added(a.denied, b.denied).map(([, owner]) => `${name(owner)} denies it`),
    ...added(a.exonerated, b.exonerated).map(
      ([party, owner]) => `${name(owner)} says that ${name(party)} did not do it`,
    ),
    ...gone('claimed', 'claims'),
    ...added(b.accused, a.accused).map(
      ([party, owner]) => `${name(owner)} no longer ${accuses(before, party, owner)} ${name(party)}`,
    ),
    ...gone('denied', 'denies'),
  ];
}

/** Who fought is no accusation, and stands in none of the four lists; told where it alone decides what attribution is called. */
function partiesChanges(before: Assessment, after: Assessment, reading: Reading): string[] {
  const only = ({ attribution }: Assessment): boolean => attribution.status === 'parties-only';
  if (only(before) === only(after)) return [];
  const owners = ({ questions }: Assessment): string[] =>
    questions.find(({ key }) => key === 'parties')?.positions.map(({ owner }) => owner) ?? [];
  const earlier = owners(before);
  return owners(after)
    .filter((owner) => !earlier.includes(owner))
    .map((owner) => `${nameInSentence(reading, owner)} says who fought, and names no author`);
}

const answersText = (answers: readonly Answer[]): string =>
  formatList(
    answers.map((answer) => (isQuantity(answer) ? formatQuantity(answer) : '')),
    'or',
  );

/** Who began to say, or changed, a number. */
function numberChanges(key: QuestionKey, before: Assessment, after: Assessment, reading: Reading): string[] {
  const positions = (assessment: Assessment) =>
    assessment.questions.find((question) => question.key === key)?.positions ?? [];
  const column = columnName(key, reading).toLowerCase();
  const past = new Map(positions(before).map((position) => [position.owner, position]));
  return positions(after).flatMap((position) => {
    const earlier = past.get(position.owner);
    const same =
      earlier !== undefined && earlier.answers.map(answerKey).join() === position.answers.map(answerKey).join();
    if (same) return [];
    const now = answersText(position.answers);
    const who = nameInSentence(reading, position.owner);
    return [
      earlier === undefined
        ? `${who}: ${now} ${column}`
        : `${who}: ${now} ${column}, before ${answersText(earlier.answers)}`,
    ];
  });
}

/** What changed from one assessment to the next, in words; empty where only origins or pending claims did. */
export function changesBetween(
  before: Assessment,
  after: Assessment,
  keys: readonly QuestionKey[],
  reading: Reading,
): string[] {
  const disputed = (assessment: Assessment): Set<QuestionKey> =>
    new Set(assessment.questions.filter(({ agreement }) => agreement === 'disputed').map(({ key }) => key));
  const already = disputed(before);
  const fresh = keys.filter((key) => disputed(after).has(key) && !already.has(key));
  return [
    ...attributionChanges(before, after, reading),
    ...partiesChanges(before, after, reading),
    ...keys.flatMap((key) => numberChanges(key, before, after, reading)),
    ...fresh.map((key) => `${columnName(key, reading).toLowerCase()}: disputed from here on`),
  ].map(capitalise);
}

const rangeIn = (assessment: Assessment, key: QuestionKey): Range | null =>
  assessment.questions.find((question) => question.key === key)?.range ?? null;

const inSentence = ({ label }: HistoryRow): string => (label.startsWith('end of') ? `the ${label}` : label);

/** When a number was first given, and since when it has stood as it does. */
function summaryOf(rows: readonly HistoryRow[], columns: EventHistory['columns']): string {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return 'Nothing dated is known yet.';
  if (rows.length === 1) return `What is known has stood unchanged since ${inSentence(first)}.`;
  const numbered = rows.filter(({ ranges }) => (ranges[0]?.range ?? null) !== null);
  const [begin] = numbered;
  const end = numbered.at(-1);
  const column = (columns[0]?.name ?? '').toLowerCase();
  if (begin === undefined || end === undefined) {
    return `It changed ${rows.length} times between ${inSentence(first)} and ${inSentence(last)}.`;
  }
  const words = end.ranges[0]?.words;
  const since = numbered.find((_, index) => numbered.slice(index).every(({ ranges }) => ranges[0]?.words === words));
  if (since === begin) return `The number of ${column} has stood at ${words} since ${inSentence(begin)}.`;
  return `The number of ${column} first stood at ${begin.ranges[0]?.words} (${begin.label}), and has stood at ${words} since ${inSentence(since ?? end)}.`;
}

/** The moments at which the assessment changed in words, oldest first; last the present, where undated statements change it again. */
export function eventHistory(reading: Reading, pieces: readonly HistoryPiece[]): EventHistory {
  const { assessment: shown } = reading;
  const present: HistoryPiece[] = shown.asOf === null ? [{ knownFrom: null, knownUntil: null, assessment: shown }] : [];
  const all = [...pieces, ...present];
  const keys = followed(all);
  const rows = all.flatMap(({ knownFrom, assessment }, index): HistoryRow[] => {
    const before = all[index - 1];
    if (before === undefined) return [];
    const changes = changesBetween(before.assessment, assessment, keys, reading);
    if (changes.length === 0) return [];
    const ranges = keys.map((key): HistoryRange => {
      const range = rangeIn(assessment, key);
      return { words: range === null ? '' : formatRange(range), range };
    });
    return [
      {
        asOf: knownFrom,
        label: knownFrom === null ? 'Now, undated statements included' : instantLabel(knownFrom, reading.zone),
        status: assessment.attribution.status,
        changes,
        ranges,
        pending: assessment.pending.length,
        later: shown.asOf !== null && knownFrom !== null && Date.parse(knownFrom) > Date.parse(shown.asOf),
      },
    ];
  });
  const columns = keys.map((key) => ({
    name: columnName(key, reading),
    highest: Math.max(0, ...all.map(({ assessment }) => rangeIn(assessment, key)?.high ?? 0)),
  }));
  return {
    columns,
    rows,
    summary: summaryOf(
      rows.filter(({ asOf, later }) => asOf !== null && !later),
      columns,
    ),
  };
}
