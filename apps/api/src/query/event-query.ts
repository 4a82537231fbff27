import {
  type ActorId,
  AGREEMENTS,
  ATTRIBUTION_STATUSES,
  EVENT_KINDS,
  type PlaceId,
  type SourceId,
  STANCES,
} from '@counterclaim/domain';
import { EVENT_SORTS, type EventFilter } from '@counterclaim/store';
import { z } from 'zod';
import { asOfParameter } from './as-of.ts';
import { boundingBoxParameter } from './bounding-box.ts';
import { boundsParameter } from './bounds.ts';
import { dateRangeParameter } from './date-range.ts';
import { given } from './given.ts';
import { choicesParameter, idsParameter } from './list.ts';
import type { EventFilterName } from './names.ts';
import { pageParameters } from './page.ts';
import { questionsParameter } from './questions.ts';
import { wordsParameter } from './words.ts';

export const asOf = asOfParameter.meta({
  description:
    'An EDTF date, or date-time with an offset. Everything is answered as it was known then, filters and derived values included: at the end of a day, month or year in UTC, or at that very minute.',
  examples: ['2020-11-22', '2020-11-21T12:00+04:30'],
});

/** What a list of events is filtered by. Different filters must all hold. */
const filters = {
  q: wordsParameter.optional(),
  date: dateRangeParameter
    .meta({
      description:
        'Events whose own time meets the range `a..b`, both ends included, EDTF dates. Either end may be left open; `a` alone means a..a. Days are those of the event’s own zone.',
      examples: ['2020-11-01..2021-07-31', '2020-11'],
    })
    .optional(),
  place: idsParameter<PlaceId>('a place’s id')
    .meta({ description: 'The place or anything within it; several as `a~b`.', examples: ['kabul'] })
    .optional(),
  bbox: boundingBoxParameter
    .meta({
      description:
        'A box `west,south,east,north` in degrees that meets the place’s point and radius. West may be greater than east across the 180th meridian.',
      examples: ['60.5,29.4,74.9,38.5'],
    })
    .optional(),
  actor: idsParameter<ActorId>('an actor’s id')
    .meta({
      description:
        'Named by a claim in any role. With `claimant` and `stance`, all hold on one claim. Several as `a~b`.',
      examples: ['taliban~islamic-state'],
    })
    .optional(),
  claimant: idsParameter<ActorId>('an actor’s id')
    .meta({ description: 'The body that speaks; several as `a~b`.', examples: ['taliban'] })
    .optional(),
  stance: choicesParameter(STANCES, 'a stance')
    .meta({ description: 'What a claim says of who did it; several as `a~b`.', examples: ['denies'] })
    .optional(),
  killed: boundsParameter
    .meta({
      description:
        'Meets the event’s range of killed, all victims: `a..b`, `a..`, `..b` or `a`. An event without a range does not match.',
      examples: ['1..'],
    })
    .optional(),
  injured: boundsParameter
    .meta({ description: 'Meets the event’s range of injured, as `killed` does.', examples: ['10..50'] })
    .optional(),
  status: choicesParameter(ATTRIBUTION_STATUSES, 'an attribution status')
    .meta({ description: 'Attribution status; several as `a~b`.', examples: ['contested~multiple-claims'] })
    .optional(),
  agreement: choicesParameter(AGREEMENTS, 'an agreement')
    .meta({ description: 'Some question of the event has this agreement; several as `a~b`.', examples: ['disputed'] })
    .optional(),
  question: questionsParameter
    .meta({
      description: 'The event has this question; several as `a~b`. A + in a key is written %2B.',
      examples: ['casualties:killed:all'],
    })
    .optional(),
  kind: choicesParameter(EVENT_KINDS, 'a kind of event')
    .meta({ description: 'Kind of event; several as `a~b`.', examples: ['attack'] })
    .optional(),
  dataset: idsParameter<string>('a dataset’s id')
    .meta({ description: 'The collection that the event belongs to; several as `a~b`.', examples: ['curated'] })
    .optional(),
  source: idsParameter<SourceId>('a source’s id')
    .meta({ description: 'Some claim of the event stands in this source; several as `a~b`.' })
    .optional(),
  asOf: asOf.optional(),
} satisfies Record<EventFilterName, z.ZodType>;

const sort = z
  .enum(EVENT_SORTS, {
    error: ({ input }) => `${JSON.stringify(input)} is no order: write one of ${EVENT_SORTS.join(', ')}`,
  })
  .meta({
    description:
      'Order of the events; a minus puts the greatest first. `date` is when they happened, `killed` the top of the range, `known` when the latest claim became known.',
    default: '-date',
  });

export const eventFilterQuery = z.strictObject(filters);
export const eventExportQuery = z.strictObject({ ...filters, sort: sort.optional() });
export const eventListQuery = z.strictObject({ ...filters, sort: sort.optional(), ...pageParameters });

/** The filter alone, of a query that has more. */
export const eventFilterOf = (query: z.output<typeof eventListQuery>): EventFilter =>
  given({ ...query, sort: undefined, limit: undefined, cursor: undefined });
