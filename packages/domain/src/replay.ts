import type { Correction } from './correction.ts';
import { canonicalJson } from './ledger.ts';

/** A JSON value; `null` stands for nothing. */
export type Json = Correction['was'];

type Container = { [key: string]: Json } | Json[];

const isContainer = (value: Json | undefined): value is Container => typeof value === 'object' && value !== null;

const isEmpty = (value: Json): boolean => isContainer(value) && Object.keys(value).length === 0;

/** Without the lists and maps that nothing is in: a value whose last part was taken away is as good as absent. */
function pruned(value: Json): Json {
  if (Array.isArray(value)) return value.map(pruned);
  if (!isContainer(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, field]): [string, Json] => [key, pruned(field)])
      .filter(([, field]) => field !== null && !isEmpty(field)),
  );
}

/** Whether two values are the same, whatever the order of their keys. Nothing, an empty list and an empty map are one. */
export function sameValue(a: Json, b: Json): boolean {
  const [left, right] = [pruned(a), pruned(b)].map((value) => (isEmpty(value) ? null : value));
  return canonicalJson(left) === canonicalJson(right);
}

/** The value at a path; `null` where it leads nowhere. */
export function valueAt(value: Json, path: readonly string[]): Json {
  let held: Json | undefined = value;
  for (const key of path) {
    if (!isContainer(held) || !Object.hasOwn(held, key)) return null;
    held = (held as Readonly<Record<string, Json>>)[key];
  }
  return held ?? null;
}

/**
 * A value with another in place of the one at a path. `null` takes the value away: the later items of a list move up.
 * Maps that are missing on the way are made; `undefined` where the path runs into something that can hold no such key.
 */
function withValueAt(value: Json, [key, ...rest]: readonly string[], now: Json): Json | undefined {
  if (key === undefined) return now;
  if (Array.isArray(value)) {
    const index = Number(key);
    if (!Number.isInteger(index) || index < 0 || index > value.length) return undefined;
    const item = withValueAt(value[index] ?? null, rest, now);
    if (item === undefined) return undefined;
    return value.toSpliced(index, 1, ...(item === null ? [] : [item]));
  }
  if (value !== null && !isContainer(value)) return undefined;
  const field = withValueAt(value?.[key] ?? null, rest, now);
  if (field === undefined) return undefined;
  const others = Object.entries(value ?? {}).filter(([name]) => name !== key);
  return Object.fromEntries(field === null ? others : [...others, [key, field]]);
}

/** What corrections make of a record, and those that begin with a value that did not stand there. */
export interface Replay {
  readonly value: Json;
  readonly unfounded: readonly Correction[];
}

/**
 * Makes corrections again, one after the other, each where it says and only if what `was` is what stands there.
 *
 * @param record The record before the first of them.
 */
export function replayCorrections(record: Json, corrections: readonly Correction[]): Replay {
  let value = record;
  const unfounded: Correction[] = [];
  for (const correction of corrections) {
    const path = correction.field.split('.');
    const next = sameValue(valueAt(value, path), correction.was) ? withValueAt(value, path, correction.now) : undefined;
    if (next === undefined) unfounded.push(correction);
    else value = next;
  }
  return { value, unfounded };
}
