/**
 * The filters of `/events`, read in a browser: the same texts with the same meaning, without the schemas that the API describes them by.
 */
import {
  type ActorId,
  AGREEMENTS,
  ATTRIBUTION_STATUSES,
  EVENT_KINDS,
  parseAsOf,
  type PlaceId,
  type Result,
  type SourceId,
  STANCES,
} from '@counterclaim/domain';
import type { EventFilter } from '@counterclaim/store';
import type { EventFilterName } from './query/names.ts';
import { parseBoundingBox, parseBounds, parseDateRange, splitList, splitQuestions } from './query/filter-text.ts';

export type { EventFilter } from '@counterclaim/store';

/** A text that the API would refuse. */
class Refused extends Error {}

function accepted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
}

const choices =
  <Value extends string>(values: readonly Value[]) =>
  (text: string): Value[] =>
    splitList(text).map((each) => {
      const value = values.find((known) => known === each);
      if (value === undefined) throw new Refused(each);
      return value;
    });

const ids =
  <Id extends string>() =>
  (text: string): Id[] =>
    splitList(text) as Id[];

type Read = { readonly [Name in EventFilterName]: (text: string) => EventFilter[Name] };

const READ = {
  q: (text) => text,
  date: (text) => accepted(parseDateRange(text)),
  place: ids<PlaceId>(),
  bbox: (text) => accepted(parseBoundingBox(text)),
  actor: ids<ActorId>(),
  claimant: ids<ActorId>(),
  stance: choices(STANCES),
  killed: (text) => accepted(parseBounds(text)),
  injured: (text) => accepted(parseBounds(text)),
  status: choices(ATTRIBUTION_STATUSES),
  agreement: choices(AGREEMENTS),
  question: splitQuestions,
  kind: choices(EVENT_KINDS),
  dataset: splitList,
  source: ids<SourceId>(),
  asOf: (text) => accepted(parseAsOf(text)),
} satisfies Read;

/**
 * @param parameters Texts as they stand in an address, decoded.
 * @returns Nothing where the API would refuse one of them: it says why.
 */
export function readEventFilter(
  parameters: Readonly<Partial<Record<EventFilterName, string>>>,
): EventFilter | undefined {
  try {
    return Object.fromEntries(
      (Object.keys(READ) as EventFilterName[]).flatMap((name) => {
        const text = parameters[name];
        return text === undefined ? [] : [[name, READ[name](text)]];
      }),
    );
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
