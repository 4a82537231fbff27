import { type Json, type RecordType, sameValue } from '@counterclaim/domain';
import type { z } from 'zod';
import { nearest } from '../problem/nearest.ts';
import { article, oneOf, quote } from '../problem/phrase.ts';
import type { Field } from '../reading/field.ts';
import { type LedgerRecord, ledgerRecords } from '../reading/ledger-record.ts';
import { CORRECTABLE } from '../schema/correctable.ts';
import { choicesAt, keysAt, schemasAt } from '../schema/schema-path.ts';
import type { Report, Rule } from './rule.ts';

/** Something that is wrong in one correction, seen by itself. */
export interface Fault {
  readonly field: Field;
  readonly what: string;
  readonly remedy: string;
}

const REDIRECT = 'lead the old id to the new one in redirects.yml';

/** Why a key that records do have is not for corrections, and what to do instead. */
const APART: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  id: ['an id is never corrected', REDIRECT],
  slug: ['a slug is part of the claim’s id, which is never corrected', REDIRECT],
  source: ['the source is part of the claim’s id, which is never corrected', REDIRECT],
  corrections: [
    'what was corrected is not corrected',
    'correct the value again, with one more correction of its field',
  ],
  retracted: ['a retraction is not corrected', 'code the record anew under another id'],
  claims: ['claims tell their own corrections', 'write it in the claim'],
};

/** The field that was most likely meant by one that a type of record does not know. */
function meantBy(schema: z.ZodType, path: readonly string[]): string | undefined {
  const unknown = path.findIndex((_, depth) => schemasAt(schema, path.slice(0, depth + 1)).length === 0);
  const before = path.slice(0, unknown);
  const [key = '', ...rest] = path.slice(unknown);
  const meant = nearest(key, keysAt(schema, before));
  if (meant === undefined) return undefined;
  const whole = [...before, meant, ...rest];
  return (schemasAt(schema, whole).length > 0 ? whole : [...before, meant]).join('.');
}

function* fieldFaults(type: RecordType, field: Field): Generator<Fault> {
  const path = (field.text ?? '').split('.');
  const schema = CORRECTABLE[type];
  if (field.text === undefined || schemasAt(schema, path).length > 0) return;
  const apart = APART[path[0] ?? ''];
  if (apart !== undefined) {
    const [what, remedy] = apart;
    yield { field, what, remedy };
    return;
  }
  const meant = meantBy(schema, path);
  yield {
    field,
    what: `${article(type)} has no field ${quote(field.text)}`,
    remedy: meant === undefined ? `write one of ${keysAt(schema, []).join(', ')}, or a field within` : `write ${meant}`,
  };
}

/** Whether a record could ever have had a value in a field. */
function* valueFaults(type: RecordType, path: readonly string[], field: Field): Generator<Fault> {
  const { value } = field;
  const wanted = schemasAt(CORRECTABLE[type], path);
  if (value === undefined || wanted.length === 0) return;
  const name = path.join('.');
  const key = String(field.path.at(-1));
  const remedy = key === 'was' ? 'write the value that stood there' : 'write the value that stands there';
  if (value === null) {
    if (wanted.some(({ optional }) => optional)) return;
    yield { field, what: `${key} is null, and ${article(type)} is never without ${name}`, remedy };
    return;
  }
  const parsed = wanted.map(({ schema }) => (schema as z.ZodType).safeParse(value));
  if (parsed.some(({ success }) => success)) return;
  const choices = choicesAt(CORRECTABLE[type], path);
  const [issue] = parsed[0]?.error?.issues ?? [];
  const within = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  const why = choices.length > 0 ? `it is ${oneOf(choices)}` : `${within}${issue?.message ?? ''}`;
  yield {
    field,
    what: `${key} is ${quote(value)}, which ${name} never is (${why.replaceAll(';', ',')})`,
    remedy,
  };
}

function* sameFaults(was: Field, now: Field): Generator<Fault> {
  if (!was.exists || !now.exists || !sameValue(was.value as Json, now.value as Json)) return;
  yield {
    field: now,
    what: `was and now are both ${quote(now.value)}`,
    remedy: 'write what stood before and what stands since, or take the correction away',
  };
}

/** What is wrong in a correction of a type of record, seen by itself. */
export function* faultsOf(type: RecordType, correction: Field): Generator<Fault> {
  const [field, was, now] = [correction.get('field'), correction.get('was'), correction.get('now')];
  yield* fieldFaults(type, field);
  const path = (field.text ?? '').split('.');
  yield* valueFaults(type, path, was);
  yield* valueFaults(type, path, now);
  yield* sameFaults(was, now);
}

function checkOrder(correction: Field, before: Field | undefined, report: Report): void {
  const date = correction.get('date');
  const earlier = before?.get('date').text;
  if (date.text === undefined || earlier === undefined || date.text >= earlier) return;
  report(
    date,
    `${date.text} comes after ${earlier} in the list`,
    'put corrections in the order of their days, oldest first',
  );
}

function checkAll({ type, field }: LedgerRecord, report: Report): void {
  const { items } = field.get('corrections');
  for (const [index, correction] of items.entries()) {
    for (const fault of faultsOf(type, correction)) report(fault.field, fault.what, fault.remedy);
    checkOrder(correction, items[index - 1], report);
  }
}

export const correction: Rule = {
  id: 'correction',
  wants:
    'A correction names a field of its record, never an id, and two different values that the field could have; corrections stand in the order of their days.',
  check(records, report) {
    for (const record of ledgerRecords(records)) checkAll(record, report);
  },
};
