import type { Event } from '@counterclaim/domain';
import type { Column } from '../column.ts';
import { EVENT_ASSESSMENT_COLUMNS, EVENT_IDENTITY_COLUMNS } from '../event-columns.ts';
import type { EventRow } from '../event-row.ts';
import { REFS_COLUMN, RETRACTION_COLUMNS } from './record-columns.ts';
import { defineTable, refersTo } from './table.ts';

interface EventItem {
  readonly row: EventRow;
  readonly event: Event;
}

const ofRow = ({ value, ...column }: Column<EventRow>): Column<EventItem> => ({
  ...column,
  value: ({ row }) => value(row),
});

/** Nothing is derived of what was taken back. */
const whileItStands = ({ value, ...column }: Column<EventRow>): Column<EventItem> => ({
  ...column,
  value: ({ row, event }) => (event.retracted === undefined ? value(row) : null),
});

const ofEvent = ({ value, ...column }: Column<Event>): Column<EventItem> => ({
  ...column,
  value: ({ event }) => value(event),
});

/** One row an event. Its first columns are those of the API's `events.csv`. */
export const EVENTS = defineTable<EventItem>({
  name: 'events',
  title: 'Events',
  description:
    'One row an event: what claims are about, and what the assessment of all of them says of it. An event itself asserts nothing.',
  columns: [
    ...EVENT_IDENTITY_COLUMNS.map(ofRow),
    ...EVENT_ASSESSMENT_COLUMNS.map(whileItStands),
    ...(
      [
        {
          name: 'part_of',
          type: 'id',
          description: 'The event of which it is a part. Its claims are not those of the whole.',
          value: ({ partOf }) => partOf ?? null,
        },
        {
          name: 'context',
          type: 'text',
          description: 'What a reader needs to place the event, in our own words.',
          value: ({ context }) => context ?? null,
        },
        REFS_COLUMN,
        ...RETRACTION_COLUMNS,
      ] satisfies Column<Event>[]
    ).map(ofEvent),
  ],
  primaryKey: ['id'],
  foreignKeys: [refersTo('part_of', 'events')],
  *items({ events }) {
    for (const { row, dossier } of events) yield { row, event: dossier.event };
  },
});
