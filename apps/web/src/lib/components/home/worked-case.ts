import type { EventAnswer, HistoryPiece } from '@counterclaim/api/client';
import {
  type ActorId,
  type AttributionStatus,
  type EventId,
  isQuantity,
  type Owner,
  type Range,
  type Stance,
} from '@counterclaim/domain';
import { badgesOf } from '#lib/components/event/badges.ts';
import { eventHistory } from '#lib/components/event/history.ts';
import { countedWords } from '#lib/components/event/number-question.ts';
import { actorName, type Reading, readEvent } from '#lib/components/event/reading.ts';
import { nameInSentence } from '#lib/components/event/sentence.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatDay } from '#lib/format/date.ts';
import { formatList, formatNumber } from '#lib/format/number.ts';

/** What several owners say of a party. */
export interface PartyLine {
  readonly stance: Stance;
  /** "the interior ministry and the presidency"; absent where the party speaks for itself. */
  readonly by?: string;
}

export interface CaseRange {
  readonly name: string;
  readonly range: Range | null;
}

/** One event as an example of the whole: who is named and how, what numbers stand, and what is odd about them. */
export interface WorkedCase {
  readonly id: EventId;
  readonly title: string;
  readonly day: string;
  readonly status: AttributionStatus;
  /** "toll revised", "toll disputed" … */
  readonly badges: readonly string[];
  readonly parties: readonly { readonly id: ActorId; readonly name: string; readonly lines: readonly PartyLine[] }[];
  readonly ranges: readonly CaseRange[];
  readonly remark: string | null;
}

/** A moment at which something became known of an event. */
export interface CaseChange {
  readonly id: EventId;
  readonly title: string;
  /** ISO 8601 in UTC: the as-of that shows it. */
  readonly asOf: string;
  readonly label: string;
  readonly changes: readonly string[];
}

/** Stances in the order in which a party's lines stand. */
const ORDER: readonly Stance[] = ['claims', 'convicts', 'accuses', 'suspects', 'denies', 'exonerates'];

/** An event's answer as an example. */
export function workedCase(detail: EventAnswer): WorkedCase {
  const reading = readEvent(detail);
  const { event, summary } = detail;
  return {
    id: event.id,
    title: event.title,
    day: formatDay(event.time, event.zone),
    status: summary.status,
    badges: badgesOf(reading)
      .filter(({ label }) => label.startsWith('Toll '))
      .map(({ label }) => label.toLowerCase()),
    parties: summary.parties.map(({ id, name }) => ({ id, name, lines: linesOf(id, reading) })),
    ranges: rangesOf(reading),
    remark: remarkOf(reading),
  };
}

function linesOf(party: ActorId, reading: Reading): PartyLine[] {
  const owners = new Map<Stance, Owner[]>();
  for (const position of reading.questions.get(`responsibility:${party}`)?.positions ?? []) {
    if (position.restatement === true) continue;
    for (const stance of ORDER.filter((each) => position.answers.includes(each))) {
      owners.set(stance, [...(owners.get(stance) ?? []), position.owner]);
    }
  }
  return ORDER.flatMap((stance): PartyLine[] => {
    const said = owners.get(stance);
    if (said === undefined) return [];
    const itself = said.length === 1 && said[0] === party && (stance === 'claims' || stance === 'denies');
    if (itself && stance === 'claims') return [{ stance }];
    return [{ stance, by: formatList(said.map((owner) => nameInSentence(reading, owner))) }];
  });
}

function rangesOf(reading: Reading): CaseRange[] {
  const fired = [...reading.questions.keys()].filter((key) => /^munitions:[a-z]+:fired$/.test(key));
  return [
    { name: 'Killed', range: reading.questions.get('casualties:killed:all')?.range ?? null },
    { name: 'Injured', range: reading.questions.get('casualties:injured:all')?.range ?? null },
    ...fired.map((key) => ({
      name: capitalise(countedWords(key, reading)),
      range: reading.questions.get(key)?.range ?? null,
    })),
  ];
}

/** What one number does not show: a whole whose parts leave something over, or a zero that is no gap. */
function remarkOf(reading: Reading): string | null {
  const zero = reading.questions
    .get('casualties:injured:all')
    ?.positions.find(({ answers }) => answers.some((answer) => isQuantity(answer) && answer.bound === 'none'));
  if (zero !== undefined) {
    return `${capitalise(nameInSentence(reading, zero.owner))} says that nobody was hurt: a zero, not a gap.`;
  }
  for (const { verdict, whole, sum, quantity } of reading.assessment.breakdowns) {
    const claim = reading.claims.get(whole);
    const exact = quantity.bound === 'exact' && sum.min === sum.max;
    if (verdict !== 'unallocated' || claim === undefined || !exact) continue;
    const who = typeof claim.claimant === 'string' ? bodyName(claim.claimant, reading) : claim.claimant.unnamed;
    const what = claim.body.kind === 'munitions' ? ` ${claim.body.weapon?.replaceAll('-', ' ') ?? 'projectile'}s` : '';
    return `${capitalise(who)} counts ${formatNumber(quantity.value)}${what}; its own list places ${formatNumber(sum.min)} of them.`;
  }
  return null;
}

/** The body that an office-holder speaks for, in the middle of a sentence. */
function bodyName(id: ActorId, reading: Reading): string {
  const actor = reading.actors.get(id);
  const spokesman = actor?.kind === 'office-holder' || actor?.kind === 'outlet';
  if (spokesman && actor.partOf !== undefined && reading.actors.has(actor.partOf)) {
    return bodyName(actor.partOf, reading);
  }
  return actor === undefined ? actorName(reading, id) : nameInSentence(reading, id);
}

/** What became known of an event and when, latest first. */
export function caseChanges(detail: EventAnswer, history: readonly HistoryPiece[]): CaseChange[] {
  const { id, title } = detail.event;
  return eventHistory(readEvent(detail), history)
    .rows.flatMap(({ asOf, label, changes }) => (asOf === null ? [] : [{ id, title, asOf, label, changes }]))
    .reverse();
}
