import type { Dialect, TextIndex, Writer } from '../engine.ts';
import type { Load } from './load.ts';
import { RECORD_TYPES } from './record-row.ts';

/**
 * Removes the records that a load did not have.
 *
 * @returns Whether there were any.
 */
export async function removeLeftOut(db: Writer, dialect: Dialect, { dataset, number }: Load): Promise<boolean> {
  let any = false;
  for (const type of RECORD_TYPES.toReversed()) {
    const index: TextIndex = `${type}_text`;
    for (;;) {
      const rows = await db
        .selectFrom(type)
        .select('key')
        .where('dataset', '=', dataset)
        .where('load', '<>', number)
        .limit(1_000)
        .execute();
      if (rows.length === 0) break;
      any = true;
      const keys = rows.map(({ key }) => key);
      await dialect.removeText(db, index, keys);
      await db.deleteFrom(type).where('key', 'in', keys).execute();
    }
  }
  return any;
}
