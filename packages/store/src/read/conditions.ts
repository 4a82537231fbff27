import { type RawBuilder, sql } from 'kysely';

export type Condition = RawBuilder<boolean>;

/** Whether anything is asked: an empty list asks nothing. */
export const given = (values: readonly string[] | undefined): values is readonly string[] =>
  values !== undefined && values.length > 0;

type Keyed = 'actor' | 'place' | 'source' | 'event' | 'dataset' | 'question';

/** The keys of records by their ids; ids of none are passed over. */
export const keysOf = (table: Keyed, ids: readonly string[]): RawBuilder<unknown> =>
  sql`(select key from ${sql.table(table)} where id in (${sql.join(ids)}))`;

/** That all hold; at least one is given. */
export const all = (conditions: readonly Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`;

/** Every condition, for a `where`. */
export const where = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`1 = 1` : all(conditions);
