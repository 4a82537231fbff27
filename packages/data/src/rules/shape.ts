import type { z } from 'zod';
import { nearest } from '../problem/nearest.ts';
import { oneOf, quote } from '../problem/phrase.ts';
import { datesOf } from '../reading/dates.ts';
import { Field } from '../reading/field.ts';
import type { RecordFile } from '../reading/record-file.ts';
import { referencesOf } from '../reading/references.ts';
import type { YamlFile } from '../reading/yaml-file.ts';
import { recordSchemas } from '../schema/record.ts';
import { registerSchemas } from '../schema/register.ts';
import { keysAt } from '../schema/schema-path.ts';
import type { Report, Rule } from './rule.ts';
import { unfoldUnions } from './union.ts';

type Issue = z.core.$ZodIssue;

/** Fields of which another rule says more than the schema can, so that nothing is told twice. */
function toldElsewhere(file: RecordFile): ReadonlySet<string> {
  const fields = [...datesOf(file), ...referencesOf(file).map(({ field }) => field)];
  const record = Field.of(file);
  if (file.folder === 'events') fields.push(record.get('zone'), record.get('places'));
  if (file.folder === 'sources') {
    fields.push(record.get('textDigest'));
    for (const claim of record.get('claims').items) {
      for (const found of claim.get('evidence').get('passages').items) {
        fields.push(found.get('paragraph'), found.get('start'), found.get('sha256'));
        // An end that is too small in itself is also one before its start.
        if (found.get('start').number !== undefined) fields.push(found.get('end'));
      }
    }
  }
  return new Set(fields.map(({ path }) => path.join('.')));
}

const LIMITS: ReadonlySet<Issue['code']> = new Set(['invalid_format', 'too_small', 'too_big']);

/** Remedies for texts of a wanted form, by the key under which they stand. */
const FORMS: Readonly<Record<string, string>> = {
  url: 'write the whole address, from https://',
  language: 'write a language tag such as en, fa or ar',
  date: 'write a day that exists, as in 2021-03-01',
  field: 'write the keys that lead to the value, joined by dots, as in body.quantity.value',
  rule: 'write the name of a rule',
  record: 'write <folder>/<id>, or claims/<source-id>/<slug>',
};
const SLUG_FORM = 'write lower-case letters, digits and single hyphens, at most 120 characters';

/** The words that tell the branches of a union apart, where it is told apart by a word. */
const wordsOf = (issue: Issue): readonly string[] | undefined =>
  issue.code === 'invalid_union' && 'options' in issue ? issue.options.map(String) : undefined;

/** What a value is, in words. */
function nameOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return `the ${typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'truth value' : 'number'} ${quote(value)}`;
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'write text',
  number: 'write a number',
  int: 'write a whole number',
  boolean: 'write true or false',
  array: 'write a list: [ … ], or lines that begin with -',
  object: 'write a map of keys and values',
  record: 'write a map of keys and values',
};

/** What to write instead of a value of the wrong type. */
function remedyForType(field: Field<YamlFile>, expected: string): string {
  const { value } = field;
  if (value === null) return 'write it, or take the key away where it may be left out';
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `write it in quotes: '${field.file.written(field.path)}'`;
  }
  if ((expected === 'number' || expected === 'int') && typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)) {
    return `write ${value} without quotes`;
  }
  if (expected === 'boolean' && typeof value === 'string' && /^(?:true|false)$/.test(value)) {
    return `write ${value} without quotes`;
  }
  if (expected === 'array' && typeof value === 'string') return `write a list: [${field.file.written(field.path)}]`;
  return WANTED[expected] ?? `write ${expected}`;
}

/** What is wrong with a key that its map does not take, and what to do. */
function describeKey(
  key: string,
  meant: string | undefined,
  known: readonly string[],
  present: readonly string[],
): [what: string, remedy: string] {
  const what = `unknown key ${quote(key)}`;
  if (known.includes(key)) {
    const others = present.filter((other) => other !== key).join(', ');
    return [`${key} does not go with ${others}`, `keep one form: take ${key} or ${others} away`];
  }
  if (meant !== undefined) return [what, `write ${meant}, or take it away`];
  const taken = nearest(key, known);
  if (taken !== undefined) return [what, `${taken} is there already: take it away`];
  return [what, `take it away: known here are ${known.join(', ')}`];
}

/** Tells one issue of a schema where it stands in the file, and what to do about it. */
class ShapeReporter {
  readonly #file: YamlFile;
  readonly #schema: z.core.$ZodType;
  readonly #report: Report;
  /** Keys that were most likely meant by unknown ones, so that they are not called missing too. */
  readonly #misspelt = new Set<string>();

  constructor(file: YamlFile, schema: z.core.$ZodType, report: Report) {
    this.#file = file;
    this.#schema = schema;
    this.#report = report;
  }

  tell(issues: readonly Issue[]): void {
    for (const issue of issues) if (issue.code === 'unrecognized_keys') this.#unknownKeys(issue);
    for (const issue of issues) if (issue.code !== 'unrecognized_keys') this.#tellOne(issue);
  }

  #unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): void {
    const holder = Field.of(this.#file).at(issue.path);
    const known = keysAt(this.#schema, issue.path, { value: this.#file.value });
    const present = Object.keys(holder.value ?? {});
    const free = known.filter((key) => !present.includes(key));
    for (const key of issue.keys) {
      const meant = nearest(key, free);
      if (meant !== undefined) this.#misspelt.add([...issue.path, meant].join('.'));
      this.#report(holder.get(key), ...describeKey(key, meant, known, present), 'key');
    }
  }

  #tellOne(issue: Issue): void {
    const path = issue.path.join('.');
    const field = Field.of(this.#file).at(issue.path);
    const key = String(issue.path.at(-1) ?? 'the file');
    const name = typeof issue.path.at(-1) === 'number' ? `${String(issue.path.at(-2))}[${key}]` : key;
    if (field.value === undefined) {
      if (!this.#misspelt.has(path)) this.#missing(name, issue);
      return;
    }
    if (field.value === null && issue.path.length === 0) {
      this.#report(field, 'the file is empty', 'write the record, or take the file away');
      return;
    }
    const words = wordsOf(issue);
    switch (issue.code) {
      case 'invalid_type':
        this.#report(field, `${name} is ${nameOf(field.value)}`, remedyForType(field, issue.expected));
        return;
      case 'invalid_value':
        this.#choice(field, name, issue.values.map(String));
        return;
      case 'invalid_union':
        if (words !== undefined) this.#choice(field, name, words);
        else this.#report(field, `${name} is ${nameOf(field.value)}`, issue.message);
        return;
      case 'too_small':
        this.#tooSmall(field, name, issue);
        return;
      case 'too_big':
        if (issue.origin === 'string') {
          this.#report(
            field,
            `${name} has ${field.text?.length ?? 0} characters`,
            `shorten it to ${issue.maximum} at most`,
          );
        } else {
          this.#report(field, `${name} is ${quote(field.value)}`, `write ${issue.maximum} at most`);
        }
        return;
      case 'invalid_format':
        this.#report(field, `${name} is ${quote(field.value)}`, FORMS[key] ?? SLUG_FORM);
        return;
      case 'invalid_key':
        this.#report(
          field,
          `${quote(key)} names no registry`,
          'write lower-case letters, digits and hyphens, such as wikidata',
          'key',
        );
        return;
      default:
        this.#report(field, `${name} is ${nameOf(field.value)}`, issue.message);
    }
  }

  #missing(name: string, issue: Issue): void {
    const holder = Field.of(this.#file).at(issue.path.slice(0, -1));
    const choices = issue.code === 'invalid_value' ? issue.values.map(String) : (wordsOf(issue) ?? []);
    this.#report(holder, `${name} is missing`, choices.length > 0 ? `add ${name}: ${oneOf(choices)}` : `add ${name}`);
  }

  #choice(field: Field<YamlFile>, name: string, choices: readonly string[]): void {
    const meant = typeof field.value === 'string' && choices.length > 1 ? nearest(field.value, choices) : undefined;
    this.#report(
      field,
      `${name} is ${nameOf(field.value)}`,
      meant === undefined ? `write ${oneOf(choices)}` : `write ${meant}; known are ${choices.join(', ')}`,
    );
  }

  #tooSmall(field: Field<YamlFile>, name: string, issue: z.core.$ZodIssueTooSmall): void {
    if (issue.origin === 'array')
      this.#report(
        field,
        `${name} is an empty list`,
        'add at least one, or take the key away where it may be left out',
      );
    else if (issue.origin === 'string')
      this.#report(field, `${name} is empty`, 'write it, or take the key away where it may be left out');
    else if (field.path.at(-2) === 'quantity' && field.value === 0) {
      this.#report(
        field,
        `${name} is 0`,
        'zero is bound: none, without a value; not knowing of any is bound: none-known',
      );
    } else {
      this.#report(
        field,
        `${name} is ${quote(field.value)}`,
        `write ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`,
      );
    }
  }
}

export const shape: Rule = {
  id: 'shape',
  wants: 'A file has the keys of its kind, with values of their types, and no others.',
  check(records, report) {
    for (const file of records.files) {
      if (!file.readable) continue;
      const parsed = recordSchemas[file.folder].safeParse(file.value);
      if (parsed.success) continue;
      const elsewhere = toldElsewhere(file);
      const issues = [...unfoldUnions(parsed.error.issues, file)].filter(
        ({ code, path }) => !(LIMITS.has(code) && elsewhere.has(path.join('.'))),
      );
      new ShapeReporter(file, recordSchemas[file.folder], report).tell(issues);
    }
    for (const file of records.registers) {
      if (!file.readable) continue;
      const schema = registerSchemas[file.register];
      const parsed = schema.safeParse(file.value);
      if (!parsed.success) new ShapeReporter(file, schema, report).tell([...unfoldUnions(parsed.error.issues, file)]);
    }
  },
};
