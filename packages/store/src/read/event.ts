import {
  assess,
  assessmentHistory,
  type Dossier,
  type Event,
  type EventId,
  formatInstant,
  type Instant,
  summarise,
} from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Reader } from '../engine.ts';
import type { EventDetail, HistoryPiece } from '../answer.ts';
import { prepare } from './prepared.ts';

interface DossierRow {
  dataset: string;
  event: string;
  claims: string | null;
  sources: string | null;
  actors: string | null;
  places: string | null;
}

/**
 * Records that stand one after another in a column, separated by commas; sorted by id, which costs an engine more than sorting
 * some records here.
 */
const list = <Value extends { readonly id: string }>(json: string | null): Value[] =>
  json === null ? [] : (JSON.parse(`[${json}]`) as Value[]).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Reads single events by their primary keys, and derives what their dossiers say. */
export function eventReader(db: Reader) {
  // One statement for an event with everything around it, so that it is of one state of the ledger whoever writes meanwhile.
  const rows = prepare<DossierRow, [id: string]>(
    db,
    (id) => sql`
      select
        dataset.id as dataset,
        event.json as event,
        (select string_agg(claim.json, ',') from claim_about as link
          join claim on claim.key = link.claim where link.event_id = event.id) as claims,
        (select string_agg(source.json, ',') from dossier_source as link
          join source on source.key = link.source where link.event = event.key) as sources,
        (select string_agg(actor.json, ',') from dossier_actor as link
          join actor on actor.key = link.actor where link.event = event.key) as actors,
        (select string_agg(place.json, ',') from dossier_place as link
          join place on place.key = link.place where link.event = event.key) as places
      from event join dataset on dataset.key = event.dataset
      where event.id = ${id}`,
  );

  async function read(id: EventId): Promise<{ dataset: string; dossier: Dossier } | undefined> {
    const [row] = await rows(id);
    if (row === undefined) return undefined;
    const { dataset, event, claims, sources, actors, places } = row;
    return {
      dataset,
      dossier: {
        event: JSON.parse(event) as Event,
        claims: list(claims),
        sources: list(sources),
        actors: list(actors),
        places: list(places),
      },
    };
  }

  return {
    async event(id: EventId, asOf?: Instant): Promise<EventDetail | undefined> {
      const found = await read(id);
      if (found === undefined) return undefined;
      const { dataset, dossier } = found;
      const assessment = assess(dossier, { asOf });
      return { dataset, dossier, assessment, summary: summarise(dossier, assessment) };
    },

    async history(id: EventId): Promise<readonly HistoryPiece[] | undefined> {
      const found = await read(id);
      if (found === undefined) return undefined;
      return assessmentHistory(found.dossier).map(({ knownFrom, knownUntil, assessment }) => ({
        knownFrom: formatInstant(knownFrom),
        knownUntil: formatInstant(knownUntil),
        assessment,
      }));
    },
  };
}
