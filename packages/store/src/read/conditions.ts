import { type RawBuilder, sql } from 'kysely';

export type Condition = RawBuilder<boolean>;

/** Whether anything is asked: an empty list asks nothing. */
export const given = (values: readonly string[] | undefined): values is readonly string[] =>
  values !== undefined && values.length > 0;

type Recorded = 'actor' | 'place' | 'source' | 'event';

/** The keys of what has the ids; ids of nothing are passed over. */
export const keysOf = (table: 'dataset' | 'question', ids: readonly string[]): RawBuilder<unknown> =>
  sql`(select key from ${sql.table(table)} where id in (${sql.join(ids)}))`;

/** A column of the records that have the ids, or to which redirects lead from them; ids of none are passed over. */
export const recordsOf = (table: Recorded, ids: readonly string[], column: 'key' | 'id' = 'key'): RawBuilder<unknown> =>
  sql`(
    select ${sql.ref(column)} from ${sql.table(table)} where id in (${sql.join(ids)})
    union all
    select record.${sql.ref(column)} from redirect join ${sql.table(table)} as record on record.id = redirect.to_id
    where redirect.type = ${table} and redirect.from_id in (${sql.join(ids)}))`;

/** That all hold; at least one is given. */
export const all = (conditions: readonly Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`;

/** Every condition, for a `where`. */
export const where = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`1 = 1` : all(conditions);
