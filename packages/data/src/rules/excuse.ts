import type { Field } from '../reading/field.ts';
import type { RecordFile, RegisterFile } from '../reading/record-file.ts';
import type { Records } from '../reading/records.ts';
import type { YamlFile } from '../reading/yaml-file.ts';
import type { Exception } from '../schema/exceptions-file.ts';
import type { Rule } from './rule.ts';

/** An exception as it is written; its values may be missing or of any type. */
export interface WrittenException {
  readonly field: Field<RegisterFile>;
  readonly rule: Exception['rule'] | undefined;
  readonly record: Exception['record'] | undefined;
}

/** The exceptions that the records make, in the order of their file. */
export const exceptionsOf = (records: Records): WrittenException[] =>
  (records.register('exceptions')?.get('exceptions').items ?? []).map((field) => ({
    field,
    rule: field.get('rule').text,
    record: field.get('record').text,
  }));

const isRecord = (file: YamlFile): file is RecordFile => 'folder' in file;

/** The address of the record to which a value belongs, `claims/<source-id>/<slug>` within a claim; none in a register. */
export function addressOf({ file, path }: Field<YamlFile>): string | undefined {
  if (!isRecord(file)) return undefined;
  const [key, index] = path;
  if (file.folder === 'sources' && key === 'claims' && typeof index === 'number') {
    const { claims } = (file.value ?? {}) as { claims?: { slug?: unknown }[] };
    return `claims/${file.id}/${String(claims?.[index]?.slug)}`;
  }
  return `${file.folder}/${file.id}`;
}

/** Whether an exception lets the record of a value break a rule. */
export const excuses = (exception: WrittenException, rule: Rule, field: Field<YamlFile>): boolean =>
  exception.rule === rule.id && exception.record === addressOf(field);
