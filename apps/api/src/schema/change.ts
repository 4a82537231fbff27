import {
  correctionSchema,
  editorialDaySchema,
  eventIdSchema,
  RECORD_TYPES,
  redirectSchema,
} from '@counterclaim/domain';
import { z } from 'zod';
import type { ChangeEntry, ChangeList } from '../answers.ts';
import { component } from './component.ts';
import { dataset, listOf } from './list.ts';
import { ensureSame, type Same } from './same.ts';

const changed = {
  id: z.string().meta({
    description:
      'What the change is called, for good: the record’s type and id, and which of its changes it is; of a redirect, the old id.',
    examples: ['claim:dawn-2020-11-21/eight-killed:correction-1'],
  }),
  date: editorialDaySchema.meta({ description: 'When it was done: a day, in UTC.' }),
  record: z
    .strictObject({ type: z.enum(RECORD_TYPES), id: z.string() })
    .meta({ description: 'The record that was changed; of a redirect, the one to which it leads.' }),
  reason: z.string().meta({ description: 'Why, in our own words.' }),
  dataset,
  title: z
    .string()
    .meta({ description: 'What readers know the record by now: a title, a name, a claim’s paraphrase.' }),
  events: z.array(z.strictObject({ id: eventIdSchema, title: z.string() })).meta({
    description:
      'The events that it touches, the latest first, at most twenty: the event itself; those that the claim is about, or the claims of the document; those in whose dossiers the actor or place stands.',
  }),
  eventCount: z.int().meta({ description: 'How many events it touches.' }),
};
const { field, was, now } = correctionSchema.shape;

const correction = component(
  'CorrectionChange',
  'A value of a record that was wrong and was put right.',
  z.strictObject({
    kind: z.literal('correction'),
    ...changed,
    field: field.meta({
      description: 'The keys that lead to the value from the top of the record, joined by dots.',
      examples: ['body.quantity.value'],
    }),
    was: was.meta({ description: 'What stood there before; null where nothing did.' }),
    now: now.meta({ description: 'What stands there since; null where the value was taken away.' }),
  }),
);
const retraction = component(
  'RetractionChange',
  'The ledger took a record back: it stays at its address, says why, and counts for nothing.',
  z.strictObject({ kind: z.literal('retraction'), ...changed }),
);
const redirected = component(
  'RedirectChange',
  'A record was renamed, or merged into another: its old address leads to the new one.',
  z.strictObject({
    kind: z.literal('redirect'),
    ...changed,
    from: redirectSchema.shape.from.meta({ description: 'The id that is no longer used.' }),
  }),
);

export const change = component(
  'Change',
  'Something that the ledger did to a record of its own: what, when and why.',
  z.discriminatedUnion('kind', [correction, retraction, redirected]),
);
ensureSame<Same<z.output<typeof change>, ChangeEntry>>();

export const changeList = component('ChangeList', 'A page of changes, the latest first.', listOf(change));
ensureSame<Same<z.output<typeof changeList>, ChangeList>>();
