import type { RecordType, Redirect } from '@counterclaim/domain';
import type { Reader } from '../engine.ts';

/** Reads where ids lead that no record bears any more. */
export function redirectReader(db: Reader) {
  async function own(type: RecordType, id: string): Promise<Redirect | undefined> {
    const row = await db
      .selectFrom('redirect')
      .select(['to_id', 'date', 'reason'])
      .where('type', '=', type)
      .where('from_id', '=', id)
      .executeTakeFirst();
    return row === undefined ? undefined : { type, from: id, to: row.to_id, date: row.date, reason: row.reason };
  }

  const isClaim = async (id: string): Promise<boolean> =>
    (await db.selectFrom('claim').select('key').where('id', '=', id).executeTakeFirst()) !== undefined;

  return async function redirect(type: RecordType, id: string): Promise<Redirect | undefined> {
    const found = await own(type, id);
    const slash = id.indexOf('/');
    if (found !== undefined || type !== 'claim' || slash === -1) return found;
    // A claim whose document took another id follows it, unless it was left behind.
    const ofSource = await own('source', id.slice(0, slash));
    if (ofSource === undefined) return undefined;
    const to = `${ofSource.to}${id.slice(slash)}`;
    const there = await own('claim', to);
    if (there !== undefined) return { ...there, from: id };
    return (await isClaim(to)) ? { ...ofSource, type, from: id, to } : undefined;
  };
}
