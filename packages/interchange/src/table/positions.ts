import {
  type Answer,
  type EventId,
  type HeldAnswer,
  interval,
  isQuantity,
  type PastAnswer,
  type Position,
  quantityKey,
  type QuestionAssessment,
} from '@counterclaim/domain';
import type { Cell, Column } from '../column.ts';
import { quantityColumns } from '../quantity-columns.ts';
import { defineTable, refersTo } from './table.ts';

interface PositionItem {
  readonly event: EventId;
  readonly question: QuestionAssessment;
  readonly position: Position;
  readonly held: HeldAnswer;
  /** Why the owner no longer holds the answer; absent while it does. */
  readonly past?: PastAnswer['reason'];
  readonly number: number;
}

/** An answer in words: what the number is, the time with its margin, the stance, or yes or no. */
function answerText(answer: Answer): string {
  if (typeof answer !== 'object') return String(answer);
  if (isQuantity(answer)) return quantityKey(answer);
  return answer.within === undefined ? answer.at : `${answer.at} ±${answer.within} min`;
}

const allowed =
  (side: 'min' | 'max') =>
  ({ held: { answer } }: PositionItem): Cell => {
    if (!isQuantity(answer)) return null;
    const limit = interval(answer)[side];
    return Number.isFinite(limit) ? limit : null;
  };

const COLUMNS: readonly Column<PositionItem>[] = [
  { name: 'event', type: 'id', description: 'The event.', value: ({ event }) => event },
  {
    name: 'question',
    type: 'text',
    description: 'Key of the question that the answer answers. Only answers under one key are ever compared.',
    value: ({ question }) => question.key,
  },
  {
    name: 'owner',
    type: 'text',
    description:
      'Who gives the answer: a body’s id, “unnamed of <id>”, or our words for an unnamed person and to whom they spoke.',
    value: ({ position }) => position.owner,
  },
  {
    name: 'number',
    type: 'integer',
    description: 'Number of the answer among those of the owner on the question, from 1; current ones first.',
    value: ({ number }) => number,
  },
  {
    name: 'kind',
    type: 'id',
    description: 'Kind of claim that the question is about.',
    value: ({ question }) => question.kind,
  },
  {
    name: 'actor',
    type: 'id',
    description: 'The body behind the owner; empty for an unnamed person of no known body.',
    value: ({ position }) => position.actor,
  },
  {
    name: 'root',
    type: 'id',
    description: 'The party at the top of that body.',
    value: ({ position }) => position.root,
  },
  {
    name: 'current',
    type: 'boolean',
    description: 'Whether the owner holds the answer now. Several current answers of one owner cannot be put in order.',
    value: ({ past }) => past === undefined,
  },
  {
    name: 'past_reason',
    type: 'id',
    description: 'Why it is past: superseded, retracted (by the claimant) or later-answer.',
    value: ({ past }) => past ?? null,
  },
  {
    name: 'answer',
    type: 'text',
    description: 'The answer: a number with its bound, a time, a stance, true or false, a weapon, or our paraphrase.',
    value: ({ held }) => answerText(held.answer),
  },
  ...quantityColumns<PositionItem>(({ held: { answer } }) => (isQuantity(answer) ? answer : undefined), {
    bound: 'What the words say of a number: exact, at-least, about, none, none-known, unquantified …',
    best: 'The owner’s own best number between the two.',
  }),
  {
    name: 'allowed_min',
    type: 'integer',
    description: 'The lowest number that the words allow (rule quantity.interval).',
    value: allowed('min'),
  },
  {
    name: 'allowed_max',
    type: 'integer',
    description:
      'The highest number that the words allow; empty where they set no limit, and where there is no number.',
    value: allowed('max'),
  },
  {
    name: 'time',
    type: 'edtf',
    description: 'The time, of an answer that is one.',
    value: ({ held: { answer } }) => (typeof answer === 'object' && !isQuantity(answer) ? answer.at : null),
  },
  {
    name: 'within',
    type: 'integer',
    description: 'How far that time may be off, in minutes, either way.',
    value: ({ held: { answer } }) =>
      typeof answer === 'object' && !isQuantity(answer) ? (answer.within ?? null) : null,
  },
  {
    name: 'happened',
    type: 'boolean',
    description: 'Of an occurrence, whether the owner says that it happened.',
    value: ({ held: { answer } }) => (typeof answer === 'boolean' ? answer : null),
  },
  {
    name: 'dated_from',
    type: 'instant',
    description: 'Since when at the earliest the owner gives the answer; empty where nothing tells.',
    value: ({ held }) => held.dated.from,
  },
  {
    name: 'dated_until',
    type: 'instant',
    description: 'Before when at the latest it was given; empty where nothing tells.',
    value: ({ held }) => held.dated.until,
  },
  {
    name: 'course',
    type: 'id',
    description: 'How the owner’s position on the question moved: kept, revised, reversed or conceded.',
    value: ({ position }) => position.course,
  },
  {
    name: 'origins',
    type: 'integer',
    description:
      'Number of independent origins of the answer: wires and relays count once, however many papers carry them.',
    value: ({ held }) => held.origins,
  },
  {
    name: 'floor',
    type: 'text',
    description:
      'The narrower question on which the owner spoke, where only that part is known: the answer is then “at least” it.',
    value: ({ position, past }) => (past === undefined ? (position.floor ?? null) : null),
  },
  {
    name: 'restatement',
    type: 'boolean',
    description: 'Whether only compilers hold the position, passing on what others said.',
    value: ({ position }) => position.restatement === true,
  },
  { name: 'claims', type: 'list', description: 'The claims that give the answer.', value: ({ held }) => held.claims },
];

/** One row for each answer that an owner holds or held on a question of an event. */
export const POSITIONS = defineTable<PositionItem>({
  name: 'positions',
  title: 'Positions',
  description:
    'One row an answer: what each owner says, and said before, on each question of each event, from all claims that count.',
  columns: COLUMNS,
  primaryKey: ['event', 'question', 'owner', 'number'],
  foreignKeys: [
    refersTo('event', 'events'),
    { columns: ['event', 'question'], table: 'questions', references: ['event', 'question'] },
    refersTo('actor', 'actors'),
    refersTo('root', 'actors'),
  ],
  *items({ events }) {
    for (const { assessment } of events) {
      for (const question of assessment.questions) {
        for (const position of question.positions) {
          let number = 0;
          const item = { event: assessment.event, question, position };
          for (const held of position.held) yield { ...item, held, number: (number += 1) };
          for (const held of position.past) yield { ...item, held, past: held.reason, number: (number += 1) };
        }
      }
    }
  },
});
