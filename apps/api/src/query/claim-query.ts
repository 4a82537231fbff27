import { type ActorId, CLAIM_KINDS, type EventId, type SourceId, STANCES } from '@counterclaim/domain';
import type { ClaimFilter } from '@counterclaim/store';
import { z } from 'zod';
import { asOfParameter } from './as-of.ts';
import { given } from './given.ts';
import { choicesParameter, idsParameter } from './list.ts';
import type { ClaimFilterName } from './names.ts';
import { pageParameters } from './page.ts';
import { questionsParameter } from './questions.ts';
import { wordsParameter } from './words.ts';

/** What a list of claims is filtered by. Different filters must all hold. */
const filters = {
  q: wordsParameter.optional(),
  event: idsParameter<EventId>('an event’s id')
    .meta({ description: 'Claims about this event; several as `a~b`.' })
    .optional(),
  source: idsParameter<SourceId>('a source’s id')
    .meta({ description: 'Claims made in this source; several as `a~b`.' })
    .optional(),
  actor: idsParameter<ActorId>('an actor’s id')
    .meta({ description: 'Named by the claim in any role; several as `a~b`.', examples: ['taliban'] })
    .optional(),
  claimant: idsParameter<ActorId>('an actor’s id')
    .meta({ description: 'The body that speaks; several as `a~b`.', examples: ['taliban'] })
    .optional(),
  stance: choicesParameter(STANCES, 'a stance')
    .meta({ description: 'What the claim says of who did it; several as `a~b`.', examples: ['accuses~suspects'] })
    .optional(),
  kind: choicesParameter(CLAIM_KINDS, 'a kind of claim')
    .meta({ description: 'Kind of claim; several as `a~b`.', examples: ['casualties'] })
    .optional(),
  question: questionsParameter
    .meta({
      description: 'The claim answers this question; several as `a~b`. A + in a key is written %2B.',
      examples: ['casualties:killed:all'],
    })
    .optional(),
  dataset: idsParameter<string>('a dataset’s id')
    .meta({ description: 'The collection that the claim belongs to; several as `a~b`.', examples: ['curated'] })
    .optional(),
  asOf: asOfParameter
    .meta({
      description: 'An EDTF date or date-time: only claims whose statement was known then.',
      examples: ['2020-11-22'],
    })
    .optional(),
} satisfies Record<ClaimFilterName, z.ZodType>;

export const claimExportQuery = z.strictObject(filters);
export const claimListQuery = z.strictObject({ ...filters, ...pageParameters });

/** The filter alone, of a query that has more. */
export const claimFilterOf = (query: z.output<typeof claimListQuery>): ClaimFilter =>
  given({ ...query, limit: undefined, cursor: undefined });
