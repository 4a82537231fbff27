import type { EventFilter, EventSort } from '@counterclaim/store';
import { checkAddress } from '../http/address.ts';
import { parameterErrors } from '../http/parameter-errors.ts';
import { refusedParameters } from '../http/problem.ts';
import { eventExportQuery, eventFilterOf } from './event-query.ts';

/** Which events are asked for, in which order. */
export interface EventQuestion {
  readonly filter: EventFilter;
  readonly sort: EventSort;
}

/**
 * What a query of the address `/events.csv` asks for: `status=contested&q=rockets`, without its question mark or with it.
 *
 * @throws Error, in one line, that names each parameter that is refused and says why.
 */
export function parseEventQuestion(query: string): EventQuestion {
  const text = query.replace(/^\?/, '');
  checkAddress(`/events.csv?${text}`);
  const given: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = given[name];
    given[name] = before === undefined ? value : [before, value].flat();
  }
  const parsed = eventExportQuery.safeParse(given);
  if (!parsed.success) throw refusedParameters(parameterErrors(parsed.error));
  return { filter: eventFilterOf(parsed.data), sort: parsed.data.sort ?? '-date' };
}
