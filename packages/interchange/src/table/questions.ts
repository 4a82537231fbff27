import type { EventId, QuestionAssessment, Range } from '@counterclaim/domain';
import type { Cell } from '../column.ts';
import { defineTable, refersTo } from './table.ts';

interface QuestionItem {
  readonly event: EventId;
  readonly question: QuestionAssessment;
}

const range =
  (of: (range: Range) => Cell) =>
  ({ question }: QuestionItem): Cell =>
    question.range === null ? null : of(question.range);

/** One row for each question of an event that somebody answers. */
export const QUESTIONS = defineTable<QuestionItem>({
  name: 'questions',
  title: 'Questions',
  description:
    'One row a question of an event that somebody answers: how the answers stand to each other, and the range of the numbers. The answers themselves are positions.',
  columns: [
    { name: 'event', type: 'id', description: 'The event.', value: ({ event }) => event },
    {
      name: 'question',
      type: 'text',
      description: 'Key of the question. Only answers under one key are ever compared.',
      value: ({ question }) => question.key,
    },
    {
      name: 'kind',
      type: 'id',
      description: 'Kind of claim that the question is about.',
      value: ({ question }) => question.kind,
    },
    {
      name: 'agreement',
      type: 'id',
      description:
        'How the current answers stand to each other: disputed, compatible, agreed, single, unsettled, listed.',
      value: ({ question }) => question.agreement,
    },
    {
      name: 'low',
      type: 'integer',
      description:
        'Lowest number that a current position states; empty where the question is no number, or nobody gives one.',
      value: range(({ low }) => low),
    },
    {
      name: 'high',
      type: 'integer',
      description: 'Highest number that a current position states. Never an average.',
      value: range(({ high }) => high),
    },
    {
      name: 'open',
      type: 'boolean',
      description: 'Whether only open numbers (“at least eight”) reach the highest.',
      value: range(({ open }) => open),
    },
    {
      name: 'owners',
      type: 'integer',
      description: 'Number of those who hold a position. It says nothing of who is right: claims are not votes.',
      value: ({ question }) => question.positions.length,
    },
    {
      name: 'disputed',
      type: 'list',
      description: 'Pairs of owners none of whose answers can both be true: “<owner> against <owner>”.',
      value: ({ question }) => question.pairs.map(([one, other]) => `${one} against ${other}`),
    },
  ],
  primaryKey: ['event', 'question'],
  foreignKeys: [refersTo('event', 'events')],
  *items({ events }) {
    for (const { assessment } of events) {
      for (const question of assessment.questions) yield { event: assessment.event, question };
    }
  },
});
