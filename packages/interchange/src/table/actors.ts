import { type Actor, type ActorIndex, bodyOf, indexById, rootOf } from '@counterclaim/domain';
import type { Column } from '../column.ts';
import { ALIAS_COLUMNS, REFS_COLUMN, RETRACTION_COLUMNS } from './record-columns.ts';
import { defineTable, refersTo } from './table.ts';

interface ActorItem {
  readonly actor: Actor;
  readonly actors: ActorIndex;
}

const ofActor = ({ value, ...column }: Column<Actor>): Column<ActorItem> => ({
  ...column,
  value: ({ actor }) => value(actor),
});

/** One row an actor. */
export const ACTORS = defineTable<ActorItem>({
  name: 'actors',
  title: 'Actors',
  description:
    'One row an actor: a state, body, armed group, organisation, office-holder or publication; never a private person.',
  columns: [
    ...(
      [
        { name: 'id', type: 'id', description: 'The actor.', value: ({ id }) => id },
        { name: 'name', type: 'text', description: 'Its neutral name in English.', value: ({ name }) => name },
        ...ALIAS_COLUMNS,
        {
          name: 'kind',
          type: 'id',
          description: 'State, ministry, armed group, publication …',
          value: ({ kind }) => kind,
        },
        {
          name: 'part_of',
          type: 'id',
          description: 'The body for which it speaks, or the larger body of a body.',
          value: ({ partOf }) => partOf ?? null,
        },
      ] satisfies Column<Actor>[]
    ).map(ofActor),
    {
      name: 'body',
      type: 'id',
      description:
        'Whose word its word is: the nearest of it and what it is part of that is neither office-holder nor outlet.',
      value: ({ actor, actors }) => bodyOf(actor.id, actors),
    },
    {
      name: 'root',
      type: 'id',
      description: 'The party that attribution names: the top of its chain.',
      value: ({ actor, actors }) => rootOf(actor.id, actors),
    },
    ...(
      [
        {
          name: 'from',
          type: 'edtf',
          description: 'From when on it existed, or held the office.',
          value: ({ from }) => from ?? null,
        },
        { name: 'until', type: 'edtf', description: 'Until when.', value: ({ until }) => until ?? null },
        REFS_COLUMN,
        ...RETRACTION_COLUMNS,
      ] satisfies Column<Actor>[]
    ).map(ofActor),
  ],
  primaryKey: ['id'],
  foreignKeys: [refersTo('part_of', 'actors'), refersTo('body', 'actors'), refersTo('root', 'actors')],
  *items({ ledger }) {
    const actors: ActorIndex = indexById(ledger.actors);
    for (const actor of ledger.actors) yield { actor, actors };
  },
});
