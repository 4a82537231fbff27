import { CLAIM_KINDS, EVENT_KINDS, eventIdSchema, SOURCE_KINDS } from '@counterclaim/domain';
import type { Coverage } from '@counterclaim/store';
import { z } from 'zod';
import { component } from './component.ts';
import { byStatus, month } from './facets.ts';
import { ensureSame, type Same } from './same.ts';

const count = (description: string) => z.int().min(0).meta({ description });

const wordCount = <Word extends z.ZodType>(value: Word) => z.strictObject({ value, count: z.int().min(1) });

const tallyOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    values: count('Number of different values, those beyond the listed ones included.'),
    items: z.array(item).meta({ description: 'At most a hundred, the highest counts first.' }),
  });

const actorCount = component(
  'ActorCount',
  'An actor, and how many documents are of it.',
  z.strictObject({ value: z.string(), label: z.string(), count: z.int().min(1) }),
);

const coveredMonth = component(
  'CoveredMonth',
  'The events of one month: of their beginning, or of their end where the beginning is open.',
  z.strictObject({
    month,
    events: count('Number of events.'),
    contested: count('Of these, events that are contested in one way or another.'),
    byStatus,
  }),
);

const coveredEvent = component(
  'CoveredEvent',
  'How many claims about an event have a passage that can be checked.',
  z.strictObject({
    id: eventIdSchema,
    title: z.string(),
    claims: count('Claims about it.'),
    verifiable: count('Of these, claims with the position and the digest of their passage.'),
  }),
);

const events = z.strictObject({
  total: count('Number of events.'),
  attributionContested: count(
    'Several parties claim it, or one claims it and another is accused, or the accused denies it: `status=multiple-claims~contested~accused-and-denied`.',
  ),
  disputed: count('Some question has answers that exclude each other: `agreement=disputed`.'),
  contested: count('One of the two, or both.'),
  withKilled: count('Somebody states a number of killed: `killed=0..`.'),
  withInjured: count('Somebody states a number of injured: `injured=0..`.'),
  withoutToll: count('Nobody states either.'),
  byKind: z.array(
    z.strictObject({
      value: z.enum(EVENT_KINDS),
      count: z.int().min(1),
      contested: count('Of these, contested events.'),
      withoutToll: count('Of these, events of which nobody states a number of killed or injured.'),
    }),
  ),
  byStatus,
  months: z.array(coveredMonth).meta({
    description:
      'In order, without those that have no event. Events of kind `period` are left out, here and in `gaps`: they add up months or years.',
  }),
  gaps: z
    .array(z.strictObject({ from: month, to: month, months: z.int().min(1) }))
    .meta({ description: 'Months without an event, between two that have one.' }),
  claims: z.strictObject({
    fewest: count('Claims of the event with the fewest.'),
    median: count('The lower of the two in the middle.'),
    most: count('Claims of the event with the most.'),
    perEvent: z.array(
      z.strictObject({ from: z.int(), to: z.int().nullable(), events: count('Events with so many claims.') }),
    ),
  }),
  largest: z.array(coveredEvent).meta({ description: 'The events with most claims, at most a hundred.' }),
});

const claims = z.strictObject({
  total: count('Number of claims.'),
  verifiable: count(
    'With the position and the digest of their passage, which whoever holds the document can check. The others were read in an excerpt.',
  ),
  said: count('It is told when it was said.'),
  undated: count('Neither that nor when its document was published is told: it counts only without `asOf`.'),
  byKind: z.array(wordCount(z.enum(CLAIM_KINDS))),
});

const sources = z.strictObject({
  total: count('Number of documents.'),
  published: count('With the date of publication.'),
  url: count('With an address on the web.'),
  textDigest: count('Seen whole, with the digest of the text.'),
  publishers: tallyOf(actorCount),
  wires: tallyOf(actorCount).meta({ description: 'Whose text a document carries, where that is not its publisher.' }),
  languages: tallyOf(wordCount(z.string().meta({ description: 'BCP 47.' }))),
  byKind: z.array(wordCount(z.enum(SOURCE_KINDS))),
});

export const coverage = component(
  'Coverage',
  'What the ledger covers and what it does not. What was retracted is left out.',
  z.strictObject({ events, claims, sources }),
);
ensureSame<Same<z.output<typeof coverage>, Coverage>>();
