import {
  type Correction,
  failure,
  type Json,
  replayCorrections,
  type Result,
  sameValue,
  success,
  valueAt,
} from '@counterclaim/domain';
import { parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { shown } from '../problem/phrase.ts';
import { Field } from '../reading/field.ts';
import { type LedgerRecord, valueOf } from '../reading/ledger-record.ts';
import { parseYaml } from '../reading/yaml-file.ts';
import { releasedValue, sinceRelease } from '../releases/since-release.ts';
import { faultsOf } from '../rules/correction.ts';
import type { Refusal } from '../scaffold/scaffold.ts';
import { CORRECTABLE, pathOf } from '../schema/correctable.ts';
import { schemasAt } from '../schema/schema-path.ts';
import { EditedRecords } from './edited-records.ts';
import { addressOfRecord, namedRecords } from './named-record.ts';
import { type Ground, refused, revised, type Revised, unread } from './revision.ts';

/** A field of a record, and the YAML that is to stand there; nothing where the value is to go. */
export interface WantedValue {
  /** Keys from the top of the record, joined by dots. */
  readonly field: string;
  readonly text: string | undefined;
}

/** What is to be corrected in each of some records. */
export interface WantedCorrection {
  /** `events/<id>`, `claims/<source-id>/<slug>`, or an id that one record bears. */
  readonly records: readonly string[];
  readonly values: readonly WantedValue[];
  readonly reason: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
}

const refuse = (field: string, what: string, remedy: string): Result<never, Refusal> =>
  failure({ field, what, remedy });

/** The value that a YAML text means in a field: where only text may stand, 2020 and "a: b" are text too. */
function readValue(
  { type, field: record }: LedgerRecord,
  path: readonly string[],
  text: string,
): Result<Json, Refusal> {
  const document = parseDocument(text, { logLevel: 'error', version: '1.2' });
  const wanted = schemasAt(CORRECTABLE[type], path, { value: record.value });
  const fits = (value: unknown): boolean => wanted.some(({ schema }) => (schema as z.ZodType).safeParse(value).success);
  const value = document.errors.length > 0 ? undefined : (document.toJS() as Json);
  if ((value === undefined || !fits(value)) && fits(text)) return success(text);
  if (value === undefined) {
    return refuse('value', `${shown(text)} is no YAML`, 'write a value as it would stand in the record');
  }
  if (value === null) return refuse('value', 'nothing is no value', 'write --remove to take the value away');
  return success(value);
}

/** A value that changes. */
interface Step {
  readonly path: readonly string[];
  readonly now: Json;
}

/** One record on the way from what it says to what it is to say. */
class Corrected {
  readonly record: LedgerRecord;
  readonly isReleased: boolean;
  readonly corrections: Correction[] = [];
  readonly steps: Step[] = [];
  #stands: Json;
  /** What it says by the release and the corrections since; a value that was changed by hand is not told yet. */
  #told: Json;

  constructor(record: LedgerRecord, released: Json | undefined) {
    this.record = record;
    this.isReleased = released !== null;
    this.#stands = valueOf(record);
    this.#told = this.#stands;
    if (released === undefined || released === null) return;
    const before = (valueAt(released, ['corrections']) ?? []) as Correction[];
    const since = ((valueAt(this.#stands, ['corrections']) ?? []) as Correction[]).filter(
      (correction) => !before.some((each) => sameValue(each, correction)),
    );
    this.#told = replayCorrections(released, since).value;
  }

  #stepOf(path: readonly string[], now: Json): Step {
    const list = valueAt(this.#stands, path.slice(0, -1));
    // The later items of a list move up, so only that the whole list is another can be told.
    if (now === null && Array.isArray(list) && Number(path.at(-1)) < list.length - 1) {
      return { path: path.slice(0, -1), now: list.toSpliced(Number(path.at(-1)), 1) };
    }
    return { path, now };
  }

  /** Puts a value in, and the correction that tells it. */
  take({ field, text }: WantedValue, { date, reason }: WantedCorrection): Result<void, Refusal> {
    const { type, id } = this.record;
    const address = addressOfRecord(type, id);
    const read = text === undefined ? success(null) : readValue(this.record, field.split('.'), text);
    const [fault] = faultsOf(type, asCorrection(field, read.ok ? read.value : undefined));
    if (fault !== undefined) {
      const isField = fault.field.path.at(-1) === 'field';
      const remedy = isField ? fault.remedy : 'give a value that it may have';
      return refuse(isField ? 'field' : 'value', fault.what.replace(/^now is/, 'the value is'), remedy);
    }
    if (!read.ok) return read;
    const step = this.#stepOf(field.split('.'), read.value);
    const { path, now } = step;
    const [stands, was] = [valueAt(this.#stands, path), valueAt(this.#told, path)];
    if (sameValue(stands, now) && sameValue(was, now)) {
      return refuse('value', `${path.join('.')} of ${address} is ${shown(now)} already`, 'leave it as it is');
    }
    const apply = (value: Json): Json | undefined => {
      const held = valueAt(value, path);
      const { value: next, unfounded } = replayCorrections(value, [
        { date, reason, field: path.join('.'), was: held, now },
      ]);
      return unfounded.length > 0 ? undefined : next;
    };
    const next = apply(this.#stands);
    if (next === undefined) {
      return refuse('field', `${field} leads nowhere in ${address}`, 'name the value around it, and give it whole');
    }
    if (!sameValue(stands, now)) this.steps.push(step);
    this.#stands = next;
    if (!this.isReleased || sameValue(was, now)) return success(undefined);
    this.corrections.push({ date, field: path.join('.'), was, now, reason });
    this.#told = apply(this.#told) ?? this.#told;
    return success(undefined);
  }
}

/** A correction as rules see it, though no file holds it. */
const asCorrection = (field: string, now: Json | undefined): Field =>
  Field.of(parseYaml('', stringify({ field, ...(now === undefined ? {} : { now }) })).parsed) as unknown as Field;

/** Takes a value away, and the maps and lists around it that hold nothing then and need not be there. */
function removeValue(edited: EditedRecords, { type, field: record }: LedgerRecord, path: readonly string[]): void {
  let going = [...path];
  for (;;) {
    const around = going.slice(0, -1);
    const held = record.at(pathOf(around.join('.'))).value;
    const isOptional = schemasAt(CORRECTABLE[type], around, { value: record.value }).every(({ optional }) => optional);
    if (around.length === 0 || !isOptional || Object.keys(held ?? {}).length > 1) break;
    going = around;
  }
  edited.remove(record.file, [...record.path, ...pathOf(going.join('.'))]);
}

/**
 * Corrects values of records: puts them into their files, each with the correction that tells it. A record that has not been
 * released needs none. Of a value that was changed by hand since the release, only the correction is missing, and is added.
 *
 * @returns What is to be written: all of it, or, where one value or record stands against it, nothing and why.
 */
export function correct(ground: Ground, wanted: WantedCorrection): Revised {
  const { records, published } = ground;
  const without = unread(ground);
  if (without !== undefined) return without;
  const { found, refusals } = namedRecords(records, wanted.records);
  const since = published && sinceRelease(published, records);
  const edited = new EditedRecords(records, ground.schemas);
  const notes: string[] = [];
  const against = [...refusals];
  for (const record of found) {
    const corrected = new Corrected(record, since && releasedValue(since, record));
    for (const value of wanted.values) {
      const taken = corrected.take(value, wanted);
      if (!taken.ok) against.push(taken.error);
    }
    const { file, path: base } = record.field;
    for (const { path, now } of corrected.steps) {
      if (now === null) removeValue(edited, record, path);
      else edited.set(file, [...base, ...pathOf(path.join('.'))], now);
    }
    for (const correction of corrected.corrections) edited.append(file, [...base, 'corrections'], correction);
    const address = addressOfRecord(record.type, record.id);
    if (!corrected.isReleased) {
      notes.push(`${address} is not in release ${published?.version ?? ''}: it needs no correction`);
    } else if (corrected.corrections.length === 0)
      notes.push(`${address} is as it was released: it needs no correction`);
  }
  const faults = [...new Map(against.map((one) => [JSON.stringify(one), one])).values()];
  return faults.length > 0 ? refused(faults) : revised(ground, edited, notes);
}
