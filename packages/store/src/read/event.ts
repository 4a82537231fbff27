import {
  type Assessment,
  type Dossier,
  type Event,
  type EventId,
  type EventSummary,
  formatInstant,
  type Instant,
  summarise,
} from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Reader } from '../engine.ts';
import type { EventDetail, HistoryPiece } from '../answer.ts';
import { prepare } from './prepared.ts';

interface EventRow {
  dataset: string;
  event: string;
  claims: string | null;
  sources: string | null;
  actors: string | null;
  places: string | null;
  assessment: string;
  /** `null` as of an instant at which nothing of it was known yet. */
  summary: string | null;
}

/** Records that stand one after another in a column, separated by commas. */
const list = <Value>(json: string | null): Value[] => (json === null ? [] : (JSON.parse(`[${json}]`) as Value[]));

/**
 * One statement for an event with everything around it, so that it is of one state of the ledger whoever
 * writes meanwhile.
 */
const eventQuery = (summary: ReturnType<typeof sql>, assessment: ReturnType<typeof sql>, id: string) => sql<EventRow>`
  select
    dataset.id as dataset,
    event.json as event,
    (select string_agg(claim.json, ',' order by claim.id) from claim_about as link
      join claim on claim.key = link.claim where link.event_id = event.id) as claims,
    (select string_agg(source.json, ',' order by source.id) from dossier_source as link
      join source on source.key = link.source where link.event = event.key) as sources,
    (select string_agg(actor.json, ',' order by actor.id) from dossier_actor as link
      join actor on actor.key = link.actor where link.event = event.key) as actors,
    (select string_agg(place.json, ',' order by place.id) from dossier_place as link
      join place on place.key = link.place where link.event = event.key) as places,
    (select assessment.json from assessment where assessment.event = event.key and ${assessment}) as assessment,
    (select summary.json from summary where summary.event = event.key and ${summary}) as summary
  from event join dataset on dataset.key = event.dataset
  where event.id = ${id}`;

/** Reads single events by their primary keys. */
export function eventReader(db: Reader) {
  const latest = prepare<EventRow, [id: string]>(db, (id) =>
    eventQuery(
      sql`summary.part = (select max(part) from summary as any_part where any_part.event = event.key)`,
      sql`assessment.part = (select max(part) from assessment as any_part where any_part.event = event.key)`,
      id,
    ),
  );
  const asOfInstant = prepare<EventRow, [id: string, asOf: number]>(db, (id, asOf) =>
    eventQuery(
      sql`summary.known_from <= ${asOf} and summary.known_until > ${asOf}`,
      sql`assessment.known_from <= ${asOf} and assessment.known_until > ${asOf}`,
      id,
    ),
  );
  const pieces = prepare<{ known_from: number; known_until: number; json: string }, [id: string]>(
    db,
    (id) => sql`
      select known_from, known_until, assessment.json from assessment
      join event on event.key = assessment.event
      where event.id = ${id} and known_until > known_from
      order by part`,
  );

  return {
    async event(id: EventId, asOf?: Instant): Promise<EventDetail | undefined> {
      const [row] = asOf === undefined ? await latest(id) : await asOfInstant(id, asOf);
      if (row === undefined) return undefined;
      const dossier: Dossier = {
        event: JSON.parse(row.event) as Event,
        claims: list(row.claims),
        sources: list(row.sources),
        actors: list(row.actors),
        places: list(row.places),
      };
      const stored = JSON.parse(row.assessment) as Assessment;
      const assessment = asOf === undefined ? stored : { ...stored, asOf: formatInstant(asOf) };
      const summary = row.summary === null ? summarise(dossier, assessment) : (JSON.parse(row.summary) as EventSummary);
      return { dataset: row.dataset, dossier, assessment, summary };
    },

    async history(id: EventId): Promise<readonly HistoryPiece[] | undefined> {
      const rows = await pieces(id);
      if (rows.length === 0) return undefined;
      return rows.map(({ known_from, known_until, json }) => ({
        knownFrom: formatInstant(known_from),
        knownUntil: formatInstant(known_until),
        assessment: { ...(JSON.parse(json) as Assessment), asOf: formatInstant(known_from) },
      }));
    },
  };
}
