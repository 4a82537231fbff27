import type { ChangeEntry, Client } from '@counterclaim/api/client';
import {
  type Change,
  type Claim,
  type Editorial,
  type Actor,
  changesOfRecord,
  indexById,
  type Place,
  type RecordType,
} from '@counterclaim/domain';
import { type ListedChange, touchedEvents } from '#lib/components/change/days.ts';
import { type ChangeLine, changeLine, idsOf } from '#lib/components/change/line.ts';
import type { ValueNames } from '#lib/components/change/value.ts';
import { orNothing } from './names.ts';

/** Looks up whom and what the values of changes name, each once; ids that no record bears any more keep standing for themselves. */
async function namesIn(changes: readonly Change[], api: Client): Promise<ValueNames> {
  const ids: Readonly<Record<'actor' | 'place' | 'event', Set<string>>> = {
    actor: new Set(),
    place: new Set(),
    event: new Set(),
  };
  for (const change of changes) {
    const { kind, ids: named } = idsOf(change);
    if (kind === 'actor' || kind === 'place' || kind === 'event') for (const id of named) ids[kind].add(id);
  }
  const all = async <Answer>(of: ReadonlySet<string>, ask: (id: string) => Promise<Answer>): Promise<Answer[]> =>
    (await Promise.all([...of].map((id) => orNothing(ask(id))))).filter((answer) => answer !== undefined);
  const [actors, places, events] = await Promise.all([
    all(ids.actor, async (id): Promise<Actor> => (await api.actor(id)).actor),
    all(ids.place, async (id): Promise<Place> => (await api.place(id)).place),
    all(ids.event, async (id) => (await api.event(id)).event),
  ]);
  return {
    actors: indexById(actors),
    places: indexById(places),
    events: new Map(events.map(({ id, title }) => [id, title])),
  };
}

/** Changes of the API's list in words. */
export async function listedChanges(entries: readonly ChangeEntry[], api: Client): Promise<ListedChange[]> {
  const names = await namesIn(entries, api);
  return entries.map((entry) => ({
    ...changeLine(entry, entry.title, names),
    id: entry.id,
    ...touchedEvents(entry),
  }));
}

type Recorded = Editorial & { readonly id: string } & (
    { readonly title: string } | { readonly name: string } | Pick<Claim, 'paraphrase'>
  );

/** What a record tells of its own past, oldest first, in words. */
export async function recordChanges(type: RecordType, record: Recorded, api: Client): Promise<ChangeLine[]> {
  const changes = changesOfRecord(type, record);
  const title = 'title' in record ? record.title : 'name' in record ? record.name : record.paraphrase;
  const names = await namesIn(changes, api);
  return changes.map((change) => changeLine(change, title, names));
}
