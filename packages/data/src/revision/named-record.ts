import { failure, type RecordType, redirectOf, type Result, success } from '@counterclaim/domain';
import { nearestWords } from '../problem/nearest.ts';
import { oneOf } from '../problem/phrase.ts';
import { type LedgerRecord, ledgerRecord } from '../reading/ledger-record.ts';
import type { Records } from '../reading/records.ts';
import { redirectsOf } from '../releases/since-release.ts';
import type { Refusal } from '../scaffold/scaffold.ts';
import { ADDRESS_OF } from '../schema/record-type.ts';

const TYPES = Object.keys(ADDRESS_OF) as RecordType[];

/** Nearest ids that a message names at most. */
const NEAREST = 3;

/** The address of a record: `events/<id>`, `claims/<source-id>/<slug>`. */
export const addressOfRecord = (type: RecordType, id: string): string => `${ADDRESS_OF[type]}/${id}`;

const refuse = (what: string, remedy: string): Result<never, Refusal> => failure({ field: 'record', what, remedy });

/** Why there is no record of a type and id, and what may be meant. */
function absent(records: Records, types: readonly RecordType[], id: string): Result<never, Refusal> {
  for (const type of types) {
    const redirect = redirectOf(redirectsOf(records), type, id);
    if (redirect !== undefined) {
      const address = addressOfRecord(type, redirect.to);
      return refuse(`${addressOfRecord(type, id)} is ${address} since ${redirect.date}`, `write ${address}`);
    }
  }
  const known = types.flatMap((type) => [...records.ids(ADDRESS_OF[type])].map((each) => [type, each] as const));
  const near = nearestWords(
    id,
    known.map(([, each]) => each),
    NEAREST,
  );
  const meant = near.flatMap((word) => {
    const type = known.find(([, each]) => each === word)?.[0];
    return type === undefined ? [] : [addressOfRecord(type, word)];
  });
  const what = types.length === 1 ? `there is no ${types.join('')} ${id}` : `no record has the id ${id}`;
  return refuse(what, meant.length === 0 ? 'write events/<id>, claims/<source>/<slug> …' : `write ${oneOf(meant)}`);
}

/**
 * The record that an address names, `events/<id>` or `claims/<source-id>/<slug>`, also with the ending of its file; or a bare id
 * or slug that one record bears.
 */
export function namedRecord(records: Records, name: string): Result<LedgerRecord, Refusal> {
  const bare = name.replace(/\.yml$/, '');
  const [room = '', ...rest] = bare.split('/');
  const type = TYPES.find((each) => ADDRESS_OF[each] === room);
  if (type !== undefined && rest.length > 0) {
    const found = ledgerRecord(records, type, rest.join('/'));
    return found === undefined ? absent(records, [type], rest.join('/')) : success(found);
  }
  if (rest.length > 0) {
    const found = ledgerRecord(records, 'claim', bare);
    return found === undefined ? absent(records, ['claim'], bare) : success(found);
  }
  const bearers = TYPES.flatMap((each) => ledgerRecord(records, each, bare) ?? []);
  const claims = [...records.ids('claims')].filter((id) => id.endsWith(`/${bare}`));
  const all = [...bearers, ...claims.flatMap((id) => ledgerRecord(records, 'claim', id) ?? [])];
  const [only, another] = all;
  if (only === undefined) return absent(records, TYPES, bare);
  if (another === undefined) return success(only);
  const addresses = all.map(({ type: each, id }) => addressOfRecord(each, id));
  const shown = addresses.length > 8 ? [...addresses.slice(0, 7), `${addresses.length - 7} others`] : addresses;
  return refuse(`${all.length} records are called ${bare}`, `write ${oneOf(shown)}`);
}

/** The records that addresses name, each once, and why not where one names none. */
export function namedRecords(
  records: Records,
  names: readonly string[],
): { readonly found: readonly LedgerRecord[]; readonly refusals: readonly Refusal[] } {
  const found = new Map<string, LedgerRecord>();
  const refusals: Refusal[] = [];
  for (const name of names) {
    const record = namedRecord(records, name);
    if (record.ok) found.set(addressOfRecord(record.value.type, record.value.id), record.value);
    else refusals.push(record.error);
  }
  return { found: [...found.values()], refusals };
}
