import { isClaimId, type RecordType, sourceIdOf } from '@counterclaim/domain';
import type { Records } from '../reading/records.ts';
import type { Reference } from '../reading/references.ts';
import { ADDRESS_OF } from '../schema/record-type.ts';
import type { EditedRecords } from './edited-records.ts';

/** A record that is to bear another id, or whose place another takes. */
export interface Move {
  readonly type: RecordType;
  readonly from: string;
  readonly to: string;
}

/** The id under which a record is known after a move; claims go with their source. */
export function led({ type, from, to }: Move, room: Reference['to'], id: string): string {
  if (room === ADDRESS_OF[type] && id === from) return to;
  if (type !== 'source' || room !== 'claims' || !isClaimId(id) || sourceIdOf(id) !== from) return id;
  return `${to}${id.slice(from.length)}`;
}

/** Every place in the records that names what is to be moved. */
export const namersOf = (records: Records, move: Move): Reference[] =>
  records.references.filter(({ to, id }) => led(move, to, id) !== id);

/** Lets every record name the new id, and every older redirect lead to it. */
export function moveReferences(edited: EditedRecords, records: Records, move: Move): void {
  for (const { to, id, field } of namersOf(records, move)) edited.set(field.file, field.path, led(move, to, id));
  const redirects = records.register('redirects');
  for (const redirect of redirects?.get('redirects').items ?? []) {
    const to = redirect.get('to');
    const [type, target] = [redirect.get('type').text, to.text];
    if (target === undefined || !(type !== undefined && Object.hasOwn(ADDRESS_OF, type))) continue;
    const now = led(move, ADDRESS_OF[type as RecordType], target);
    if (now !== target) edited.set(to.file, to.path, now);
  }
}

/** `claims/<id>` and the like after a move. */
function ledAddress(move: Move, address: string): string {
  const slash = address.indexOf('/');
  const room = address.slice(0, slash) as Reference['to'];
  return `${room}/${led(move, room, address.slice(slash + 1))}`;
}

/**
 * Lets exceptions and floors name the new id. Exceptions of records that go are taken away, and as many fewer are allowed; the
 * floors of an event that goes give way to those of the one that takes its place.
 *
 * @param going Addresses of records that go.
 */
export function moveRegisters(edited: EditedRecords, records: Records, move: Move, going: ReadonlySet<string>): void {
  const exceptions = records.register('exceptions')?.get('exceptions').items ?? [];
  const without = exceptions.filter((exception) => going.has(exception.get('record').text ?? ''));
  for (const exception of exceptions) {
    const record = exception.get('record');
    const now = record.text === undefined ? undefined : ledAddress(move, record.text);
    if (now !== undefined && now !== record.text && !without.includes(exception)) {
      edited.set(record.file, record.path, now);
    }
  }
  for (const { file, path } of without.toReversed()) edited.remove(file, path);
  const assertions = records.register('assertions');
  const most = assertions?.get('exceptions').get('most');
  if (without.length > 0 && most?.number !== undefined) edited.set(most.file, most.path, most.number - without.length);
  const floors = assertions?.get('events');
  if (floors === undefined || move.type !== 'event' || !floors.get(move.from).exists) return;
  if (floors.get(move.to).exists) edited.remove(floors.file, [...floors.path, move.from]);
  else edited.renameKey(floors.file, floors.path, move.from, move.to);
}
