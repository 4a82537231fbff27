import type { Range } from '@counterclaim/domain';
import type { Cell, Column } from './column.ts';
import type { EventRow } from './event-row.ts';

type List = 'claimed' | 'accused' | 'denied' | 'exonerated';

/** `<party> by <owner>`, one for each owner who says so: never a party without the one who names it. */
const saidOf =
  (list: List) =>
  ({ parties }: EventRow): Cell =>
    parties.flatMap((party) => party[list].map((owner) => `${party.id} by ${owner}`));

function rangeColumns(name: 'killed' | 'injured'): Column<EventRow>[] {
  const side =
    (of: (range: Range) => Cell) =>
    (event: EventRow): Cell => {
      const range = event[name];
      return range === null ? null : of(range);
    };
  return [
    {
      name: `${name}_low`,
      type: 'integer',
      description: `Lowest number of ${name} that a current position states, all victims; empty where nobody gives a number.`,
      value: side(({ low }) => low),
    },
    {
      name: `${name}_high`,
      type: 'integer',
      description: `Highest number of ${name} that a current position states. Never an average.`,
      value: side(({ high }) => high),
    },
    {
      name: `${name}_open`,
      type: 'boolean',
      description: `Whether only open numbers (“at least ${name === 'killed' ? 'eight' : 'thirty'}”) reach ${name}_high.`,
      value: side(({ open }) => open),
    },
  ];
}

/** What an event is: its identity alone. */
export const EVENT_IDENTITY_COLUMNS: readonly Column<EventRow>[] = [
  { name: 'id', type: 'id', description: 'The event.', value: ({ id }) => id },
  {
    name: 'dataset',
    type: 'id',
    description: 'The collection that the event belongs to.',
    value: ({ dataset }) => dataset,
  },
  { name: 'title', type: 'text', description: 'What happened where, without an author.', value: ({ title }) => title },
  { name: 'kind', type: 'id', description: 'Kind of event: attack, clash, period …', value: ({ kind }) => kind },
  { name: 'time', type: 'edtf', description: 'When it happened, in its own zone.', value: ({ time }) => time },
  {
    name: 'zone',
    type: 'text',
    description: 'IANA time zone in which its days are counted.',
    value: ({ zone }) => zone,
  },
  {
    name: 'places',
    type: 'list',
    description: 'Ids of its places.',
    value: ({ places }) => places.map(({ id }) => id),
  },
  {
    name: 'place_names',
    type: 'list',
    description: 'Names of the same places, in the same order.',
    value: ({ places }) => places.map(({ name }) => name),
  },
  {
    name: 'longitude',
    type: 'number',
    description: 'Degrees east, WGS 84, of the first place that has a point. The event lies within radius_km of it.',
    value: ({ point }) => point?.longitude ?? null,
  },
  {
    name: 'latitude',
    type: 'number',
    description: 'Degrees north, WGS 84, of the same point.',
    value: ({ point }) => point?.latitude ?? null,
  },
  {
    name: 'radius_km',
    type: 'number',
    description:
      'Radius around the point within which the event lies, in kilometres. A point without it is no more precise.',
    value: ({ point }) => point?.radiusKm ?? null,
  },
  {
    name: 'precision',
    type: 'id',
    description:
      'How closely the place is known: exact, near, neighbourhood, settlement, adm2, adm1, line-or-area, country …',
    value: ({ point }) => point?.precision ?? null,
  },
];

/** What is derived of it, from claims. */
export const EVENT_ASSESSMENT_COLUMNS: readonly Column<EventRow>[] = [
  {
    name: 'status',
    type: 'id',
    description: 'What is said of who did it, in one word. Never a verdict.',
    value: ({ status }) => status,
  },
  {
    name: 'claimed',
    type: 'list',
    description: 'Who claims it: “<party> by <who says so>”, one for each.',
    value: saidOf('claimed'),
  },
  {
    name: 'accused',
    type: 'list',
    description: 'Who is accused of it, or suspected: “<party> by <who says so>”, one for each.',
    value: saidOf('accused'),
  },
  {
    name: 'denied',
    type: 'list',
    description: 'Who denies it: “<party> by <who says so>”, one for each.',
    value: saidOf('denied'),
  },
  {
    name: 'exonerated',
    type: 'list',
    description: 'Whom somebody else clears of it: “<party> by <who says so>”, one for each.',
    value: saidOf('exonerated'),
  },
  ...rangeColumns('killed'),
  ...rangeColumns('injured'),
  {
    name: 'agreements',
    type: 'list',
    description:
      'Agreements that some question of the event has: disputed, compatible, agreed, single, unsettled, listed.',
    value: ({ agreements }) => agreements,
  },
  { name: 'claims', type: 'integer', description: 'Number of claims known.', value: ({ claims }) => claims },
  {
    name: 'sources',
    type: 'integer',
    description: 'Number of documents they stand in.',
    value: ({ sources }) => sources,
  },
  {
    name: 'origins',
    type: 'integer',
    description: 'Number of independent origins: wires and relays count once, however many papers carry them.',
    value: ({ origins }) => origins,
  },
  {
    name: 'first_known',
    type: 'instant',
    description: 'When the first of the dated claims became known.',
    value: ({ firstKnown }) => firstKnown,
  },
  {
    name: 'last_known',
    type: 'instant',
    description: 'When the latest of the dated claims became known.',
    value: ({ lastKnown }) => lastKnown,
  },
];

/** One row an event: what the assessment of the moment says of it. */
export const EVENT_COLUMNS: readonly Column<EventRow>[] = [...EVENT_IDENTITY_COLUMNS, ...EVENT_ASSESSMENT_COLUMNS];
