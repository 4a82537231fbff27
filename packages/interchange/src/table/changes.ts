import { type Change, changesOf } from '@counterclaim/domain';
import { defineTable } from './table.ts';

interface ChangeItem {
  readonly change: Change;
  readonly number: number;
}

const json = (value: unknown): string => JSON.stringify(value);

/** One row for each thing that the ledger did to a record of its own. */
export const CHANGES = defineTable<ChangeItem>({
  name: 'changes',
  title: 'Changes',
  description:
    'One row a correction, retraction or redirect: what the ledger did to a record of its own, when and why.',
  columns: [
    { name: 'date', type: 'date', description: 'When it was changed.', value: ({ change }) => change.date },
    {
      name: 'kind',
      type: 'id',
      description: 'What was done: correction, retraction or redirect.',
      value: ({ change }) => change.kind,
    },
    {
      name: 'record_type',
      type: 'id',
      description: 'In which table the record is: actor, place, event, source or claim.',
      value: ({ change }) => change.record.type,
    },
    {
      name: 'record',
      type: 'text',
      description: 'Id of the record; of a redirect, of the one to which it leads.',
      value: ({ change }) => change.record.id,
    },
    {
      name: 'number',
      type: 'integer',
      description: 'Number of the change among those of the record, from 1, oldest first.',
      value: ({ number }) => number,
    },
    {
      name: 'field',
      type: 'text',
      description: 'Of a correction, the keys that lead to the value in the record, joined by dots.',
      value: ({ change }) => (change.kind === 'correction' ? change.field : null),
    },
    {
      name: 'was',
      type: 'json',
      description: 'Of a correction, what stood there before; null where nothing did.',
      value: ({ change }) => (change.kind === 'correction' ? json(change.was) : null),
    },
    {
      name: 'now',
      type: 'json',
      description: 'Of a correction, what stands there since; null where the value was taken away.',
      value: ({ change }) => (change.kind === 'correction' ? json(change.now) : null),
    },
    {
      name: 'from',
      type: 'text',
      description: 'Of a redirect, the id that is no longer used.',
      value: ({ change }) => (change.kind === 'redirect' ? change.from : null),
    },
    { name: 'reason', type: 'text', description: 'Why, in our own words.', value: ({ change }) => change.reason },
  ],
  primaryKey: ['record_type', 'record', 'number'],
  foreignKeys: [],
  *items({ ledger }) {
    const numbers = new Map<string, number>();
    for (const change of changesOf(ledger).reverse()) {
      const { type, id } = change.record;
      const number = (numbers.get(`${type} ${id}`) ?? 0) + 1;
      numbers.set(`${type} ${id}`, number);
      yield { change, number };
    }
  },
});
