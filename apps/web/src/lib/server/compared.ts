import { type Client, type EventAnswer, ProblemError } from '@counterclaim/api/client';
import type { Redirect } from '@counterclaim/domain';
import type { IgnoredId } from '#lib/components/compare/ignored.ts';
import type { Moved } from '#lib/components/record/moved.ts';
import { formatDate } from '#lib/format/date.ts';
import { MOST_COMPARED } from '#lib/state/comparison-query.ts';

/** The events of a comparison, and what became of the ids that it was asked for. */
export interface ComparedEvents {
  /** In the order in which they were asked for, each once. */
  readonly events: readonly EventAnswer[];
  readonly ignored: readonly IgnoredId[];
  readonly moved: readonly Moved[];
}

const movedWords = ({ from, date, reason }: Redirect): Moved => ({
  from,
  date,
  day: formatDate(date, 'UTC'),
  reason,
});

/** An event as it was known by a date; by an id that was changed, under its new one; its refusal where there is none of that id. */
async function find(id: string, asOf: string | undefined, api: Pick<Client, 'event'>) {
  const moved: Moved[] = [];
  for (let asked = id; ;) {
    try {
      return { id, event: await api.event(asked, { asOf }), moved };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { redirect } = error;
      if (redirect !== undefined && moved.length === 0) {
        moved.push(movedWords(redirect));
        asked = redirect.to;
      } else if (error.status === 404) return { id, event: undefined, moved };
      else throw error;
    }
  }
}

/**
 * Looks up the events of a comparison. An id that is asked for twice, that no event has, or that comes after as many as are compared, is
 * left out, and said so: the rest is compared.
 */
export async function comparedEvents(
  ids: readonly string[],
  asOf: string | undefined,
  api: Pick<Client, 'event'>,
): Promise<ComparedEvents> {
  const distinct = [...new Set(ids)];
  const ignored: IgnoredId[] = distinct
    .filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id))
    .map((id) => ({ id, why: 'twice' }));
  ignored.push(...distinct.slice(MOST_COMPARED).map((id) => ({ id, why: 'too-many' }) as const));
  const found = await Promise.all(distinct.slice(0, MOST_COMPARED).map((id) => find(id, asOf, api)));
  const events = new Map<string, EventAnswer>();
  const moved: Moved[] = [];
  for (const { id, event, moved: notes } of found) {
    moved.push(...notes);
    if (event === undefined) ignored.push({ id, why: 'unknown' });
    else if (events.has(event.event.id)) ignored.push({ id, why: 'same', as: event.event.id });
    else events.set(event.event.id, event);
  }
  return { events: [...events.values()], ignored, moved };
}
