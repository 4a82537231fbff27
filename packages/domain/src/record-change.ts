import type { Correction, Editorial, Retraction } from './correction.ts';
import { canonicalJson } from './ledger.ts';
import type { RecordType } from './redirect.ts';
import { type Json, replayCorrections, sameValue, valueAt } from './replay.ts';
import type { Shift } from './shift.ts';

/** A record by its type and id. */
export interface RecordKey {
  readonly type: RecordType;
  readonly id: string;
}

/** A value of a record that differs. */
export interface FieldChange extends Shift<Json> {
  /** Keys from the top of the record, joined by dots, as in `Correction`. A list that grew or shrank in its midst is one value. */
  readonly field: string;
  /** Whether corrections that came with the change tell it: of this field or one around it, one after the other from `was` to `now`. */
  readonly corrected: boolean;
}

/** A record that is in both states and differs. */
export interface RecordChange extends RecordKey {
  /** The id that it bore before, where a redirect renamed it. */
  readonly renamedFrom?: string;
  /** Values that differ, `corrections` and a new `retracted` aside. Sorted by field. */
  readonly fields: readonly FieldChange[];
  /** Corrections that came. */
  readonly corrections: readonly Correction[];
  /** Corrections that were there and are no longer, at all or in those words. */
  readonly lostCorrections: readonly Correction[];
  /** Corrections that came, and begin with a value that did not stand or end with one that does not stand. */
  readonly unfoundedCorrections: readonly Correction[];
  /** That the ledger took it back since; `null` where it did not. */
  readonly retracted: Retraction | null;
}

/** Any record, as far as every record is alike. */
export type Recorded = Editorial & { readonly id: string };

/** Items of a list that are not in another, an item that stands twice counting twice. */
function without<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const left = others.map(canonicalJson);
  return items.filter((item) => {
    const found = left.indexOf(canonicalJson(item));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

/**
 * Holds two states of one record against each other.
 *
 * @param renamedFrom The id of the earlier state, where a redirect renamed it.
 * @returns `null` where nothing differs.
 */
export function compareRecord(
  type: RecordType,
  before: Recorded,
  after: Recorded,
  renamedFrom: string | undefined,
): RecordChange | null {
  const was = valuesOf(before);
  const now = valuesOf(after);
  const isRetracted = before.retracted === undefined && after.retracted !== undefined;
  if (isRetracted) delete now['retracted'];
  const corrections = without(after.corrections ?? [], before.corrections ?? []);
  const replay = replayCorrections(was, corrections);
  const fields = differences(was, now, []).map(({ path, ...shift }): FieldChange => ({
    field: path.join('.'),
    ...shift,
    corrected: sameValue(valueAt(replay.value, path), valueAt(now, path)),
  }));
  const misses = (field: string): boolean => {
    const path = field.split('.');
    return !sameValue(valueAt(replay.value, path), valueAt(now, path));
  };
  const change: RecordChange = {
    type,
    id: after.id,
    ...(renamedFrom === undefined ? {} : { renamedFrom }),
    fields,
    corrections,
    lostCorrections: without(before.corrections ?? [], after.corrections ?? []),
    unfoundedCorrections: corrections.filter(
      (correction) => replay.unfounded.includes(correction) || misses(correction.field),
    ),
    retracted: isRetracted ? (after.retracted ?? null) : null,
  };
  const same =
    fields.length === 0 &&
    corrections.length === 0 &&
    change.lostCorrections.length === 0 &&
    change.retracted === null &&
    renamedFrom === undefined;
  return same ? null : change;
}

/** Fields that follow from a record's id, or tell its past. */
const ASIDE: ReadonlySet<string> = new Set(['id', 'source', 'corrections']);

/** What a record says of its subject. */
const valuesOf = (record: Recorded): { [key: string]: Json } =>
  Object.fromEntries<Json>(Object.entries(record).filter(([key]) => !ASIDE.has(key)));

interface Difference extends Shift<Json> {
  readonly path: readonly string[];
}

/** Where two values differ, as deep as both go. */
function differences(was: Json, now: Json, path: readonly string[]): Difference[] {
  if (canonicalJson(was) === canonicalJson(now)) return [];
  if (Array.isArray(was) && Array.isArray(now)) {
    const [shorter, longer] = was.length < now.length ? [was, now] : [now, was];
    // Items can be taken from the end one by one, but not told of one by one: the first that goes moves up the second.
    const inStep =
      shorter.length === longer.length ||
      (was.length <= now.length + 1 && canonicalJson(longer.slice(0, shorter.length)) === canonicalJson(shorter));
    if (!inStep) return [{ path, was, now }];
    return longer.flatMap((_, at) => differences(was[at] ?? null, now[at] ?? null, [...path, String(at)]));
  }
  if (isMap(was) && isMap(now)) {
    return [...new Set([...Object.keys(was), ...Object.keys(now)])]
      .sort()
      .flatMap((key) => differences(was[key] ?? null, now[key] ?? null, [...path, key]));
  }
  return [{ path, was, now }];
}

const isMap = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
