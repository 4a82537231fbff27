import {
  type ActorId,
  isQuantity,
  type Outcome,
  type Owner,
  type Persons,
  type PlaceId,
  type Quantity,
  type QuestionKey,
  questionsOf,
  sourceIdOf,
  stated,
} from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { compareMoments, type Moment, momentOf } from './moment.ts';
import { actorName, type Reading } from './reading.ts';

/** The two numbers that stand side by side on the toll ladder. */
export const TOLL_OUTCOMES = ['killed', 'injured'] as const;
export type TollOutcome = (typeof TOLL_OUTCOMES)[number];

/** What a casualties question counts. */
export interface Counted {
  readonly outcome: Outcome;
  readonly persons: Persons;
  readonly of?: ActorId | undefined;
  readonly perpetrators: boolean;
  readonly scope?: PlaceId | undefined;
}

/** Reads a casualties question's key; `null` for any other question. */
export function countedOf(key: QuestionKey): Counted | null {
  const match = /^casualties:([a-z-]+):([a-z]+)(?:\/([^+@]+))?(\+perpetrators)?(?:@(.+))?$/.exec(key);
  if (match === null) return null;
  const [, outcome, persons, of, perpetrators, scope] = match;
  return {
    outcome: outcome as Outcome,
    persons: persons as Persons,
    ...(of === undefined ? {} : { of: of as ActorId }),
    perpetrators: perpetrators !== undefined,
    ...(scope === undefined ? {} : { scope: scope as PlaceId }),
  };
}

/** What a question counts where that is not all victims everywhere: "in hospitals", "civilians"; `null` for the whole. */
export function narrowerWords(key: QuestionKey, reading: Reading): string | null {
  const counted = countedOf(key);
  if (counted === null) return null;
  const { persons, of, perpetrators, scope } = counted;
  const words: string[] = [];
  if (persons !== 'all') words.push(persons === 'unknown' ? 'persons of unknown status' : persons);
  if (of !== undefined) words.push(`of ${actorName(reading, of)}`);
  if (perpetrators) words.push('perpetrators included');
  if (scope !== undefined) {
    const place = reading.places.get(scope);
    words.push(`${place?.kind === 'site' ? 'at' : 'in'} ${place?.name ?? scope}`);
  }
  return words.length === 0 ? null : words.join(' ');
}

/** One number on the ladder. */
export interface TollCell {
  readonly given: GivenAnswer;
  readonly quantity: Quantity;
  /** The question that it really answers: of a floor, the narrower one. */
  readonly question: QuestionKey;
  /** It stands in another row already, and here only beside its sibling. */
  readonly again: boolean;
}

/** One claimant's numbers, given together. */
export interface TollRow {
  readonly id: string;
  readonly owner: Owner;
  readonly name: string;
  /** What tells it from the claimant's other rows: its hedge, what it counts. */
  readonly notes: readonly string[];
  readonly moment: Moment;
  readonly cells: Readonly<Record<TollOutcome, TollCell | null>>;
}

const documents = (cell: TollCell): Set<string> => new Set(cell.given.claims.map(sourceIdOf));
const shared = (a: TollCell, b: TollCell): number => {
  const other = documents(b);
  return [...documents(a)].filter((document) => other.has(document)).length;
};

/** Whether two answers were given at moments that one row can stand for. */
const together = (a: Moment, b: Moment): boolean =>
  a.basis === 'undated' || b.basis === 'undated' ? a.basis === b.basis : a.edtf === b.edtf;

interface Candidate {
  readonly cell: TollCell;
  readonly outcome: TollOutcome;
  readonly moment: Moment;
}

/**
 * The rows of the toll ladder, unsorted: one for each claimant and answer. Killed and injured share a row where one document
 * gives both at one moment; where it gives both but the other number already stands elsewhere, that is repeated as `again`.
 *
 * Left out: parts of a breakdown, which have their own table, and numbers that only compilers restate.
 */
export function tollRows(reading: Reading, given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>): TollRow[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates(reading, given)) {
    const { owner } = candidate.cell.given;
    const group = `${owner} ${candidate.cell.question.replace(/^casualties:[a-z-]+:/, '')}`;
    const present = groups.get(group);
    if (present === undefined) groups.set(group, [candidate]);
    else present.push(candidate);
  }
  return [...groups.values()].flatMap((group) => pair(group, reading));
}

/** The questions that a claimant's breakdown answers, with the claimant: they have a table of their own. */
function questionsOfParts({ assessment, utterances }: Reading): Set<string> {
  return new Set(
    assessment.breakdowns.flatMap(({ parts }) =>
      parts.flatMap(({ claim }) => {
        const part = utterances.byId.get(claim);
        return part === undefined
          ? []
          : questionsOf(part.claim, utterances.actors).map((key) => `${key} ${part.owner}`);
      }),
    ),
  );
}

/**
 * Every number of killed or injured. A part that sets a floor of another one among them comes once: as that floor.
 */
export function tollAnswers(
  given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>,
): { readonly answer: GivenAnswer; readonly outcome: TollOutcome }[] {
  const all = [...given.values()].flat().flatMap((answer) => {
    const outcome = TOLL_OUTCOMES.find((name) => name === countedOf(answer.key)?.outcome);
    return outcome === undefined ? [] : [{ answer, outcome }];
  });
  const floors = new Set(
    all.flatMap(({ answer: { floor, owner } }) => (floor === undefined ? [] : [`${floor} ${owner}`])),
  );
  return all.filter(({ answer }) => answer.floor !== undefined || !floors.has(`${answer.key} ${answer.owner}`));
}

function candidates(reading: Reading, given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>): Candidate[] {
  const parts = questionsOfParts(reading);
  return tollAnswers(given).flatMap(({ answer, outcome }): Candidate[] => {
    if (answer.standing === 'restated' || !isQuantity(answer.answer)) return [];
    if (parts.has(`${answer.key} ${answer.owner}`)) return [];
    const cell = { given: answer, quantity: answer.answer, question: answer.floor ?? answer.key, again: false };
    return [{ cell, outcome, moment: momentOf(reading, answer.claims) }];
  });
}

function pair(group: readonly Candidate[], reading: Reading): TollRow[] {
  const killed = group.filter(({ outcome }) => outcome === 'killed');
  const injured = group.filter(({ outcome }) => outcome === 'injured');
  const rows: TollRow[] = [];
  const open = new Set(group);
  const links = killed
    .flatMap((k) => injured.map((i) => ({ k, i, shared: shared(k.cell, i.cell) })))
    .filter((link) => link.shared > 0)
    .sort((a, b) => b.shared - a.shared);
  for (const { k, i } of links) {
    if (!open.has(k) || !open.has(i) || !together(k.moment, i.moment)) continue;
    open.delete(k);
    open.delete(i);
    rows.push(rowOf(reading, k.moment, k.cell, i.cell));
  }
  for (const alone of open) {
    const sibling = links.map(({ k, i }) => (k === alone ? i : i === alone ? k : null)).find((found) => found !== null);
    // Beside its sibling, unless the sibling has a row of its own to come and this one is the earlier: then it stands there.
    const again =
      sibling !== undefined && (!open.has(sibling) || compareMoments(sibling.moment, alone.moment) < 0)
        ? { ...sibling.cell, again: true }
        : null;
    const isKilled = alone.outcome === 'killed';
    rows.push(rowOf(reading, alone.moment, isKilled ? alone.cell : again, isKilled ? again : alone.cell));
  }
  return rows;
}

/** Hedges as they are printed, of the statements at the root of an answer. */
function hedgesOf(cell: TollCell, reading: Reading): string[] {
  const tops = cell.given.claims.filter((id) => (reading.utterances.byId.get(id)?.top ?? id) === id);
  return [...new Set(tops.flatMap((id) => reading.claims.get(id)?.hedge ?? []))];
}

/** Hedges that a mark's own shape already shows. */
const SHOWN = new Set(['at least', 'more than', 'at most', 'fewer than', 'about', 'up to']);

function rowOf(reading: Reading, moment: Moment, killed: TollCell | null, injured: TollCell | null): TollRow {
  const cells = [killed, injured].filter((cell) => cell !== null && !cell.again) as TollCell[];
  const [first] = cells;
  if (first === undefined) throw new Error('A row of the ladder has a number of its own.');
  const hedges = [...new Set(cells.flatMap((cell) => hedgesOf(cell, reading)))].filter((hedge) => !SHOWN.has(hedge));
  const narrower = narrowerWords(first.question, reading);
  const notes = [
    ...hedges.slice(0, 1).map((hedge) => `“${hedge}”`),
    ...(narrower === null ? [] : [first.given.floor === undefined ? narrower : `${narrower}: a floor`]),
    ...(first.given.restatement ? ['restated'] : []),
  ];
  const ids = [killed, injured].map((cell) => cell?.given.claims[0] ?? '').join('+');
  return {
    id: ids,
    owner: first.given.owner,
    name: capitalise(formatOwner(first.given.owner, reading.actors)),
    notes,
    moment,
    cells: { killed, injured },
  };
}

/** The lowest number that a row states, for order within a group; a row without any comes first. */
export const lowestOf = ({ cells }: TollRow): number =>
  Math.min(
    ...TOLL_OUTCOMES.flatMap((outcome) => {
      const number = cells[outcome] === null || cells[outcome].again ? null : stated(cells[outcome].quantity);
      return number === null ? [] : [number.low];
    }).slice(0, 1),
    Number.MAX_SAFE_INTEGER,
  );
