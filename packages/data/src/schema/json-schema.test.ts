import { readFileSync } from 'node:fs';
import { CLAIM_KINDS } from '@counterclaim/domain';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { load } from '../reading/load.ts';
import { recordsFolder } from '../reading/records-folder.ts';
import { pathsOf, replaced } from '../testing/any-value.ts';
import { jsonSchemas } from './json-schema.ts';
import { TYPE_OF } from './record-type.ts';
import { recordSchemas, type SourceRecord } from './record.ts';
import { registerSchemas } from './register.ts';

const NAMES = Object.keys(jsonSchemas());

const committed = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.json`, import.meta.url), 'utf8')) as object;

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
ajv.addFormat('uri', (text) => URL.canParse(text));
const validators = new Map(NAMES.map((name) => [name, ajv.compile(committed(name))]));
const validatorOf = (name: string): ValidateFunction => {
  const validator = validators.get(name);
  if (validator === undefined) throw new Error(`no schema ${name}`);
  return validator;
};

/** The files of a folder of records, each with the schema the check asks and the name of that which an editor asks. */
function filesOf(folder: string | URL): { file: string; value: unknown; schema: z.ZodType; name: string }[] {
  const { files, registers } = load(folder);
  return [
    ...files.map((file) => ({ ...file, schema: recordSchemas[file.folder], name: TYPE_OF[file.folder] })),
    ...registers.map((file) => ({ ...file, schema: registerSchemas[file.register], name: file.register })),
  ];
}

/** Every key that a schema knows, with what is said of it, wherever it stands. */
function* keysOf(schema: unknown, path = ''): Generator<[path: string, description: unknown]> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [name, child] of Object.entries(schema)) {
    if (name === 'properties') {
      for (const [key, property] of Object.entries(child as Record<string, { description?: unknown }>)) {
        yield [`${path}.${key}`, property.description];
        yield* keysOf(property, `${path}.${key}`);
      }
    } else yield* keysOf(child, Array.isArray(schema) ? `${path}[${name}]` : path);
  }
}

const STRANGERS: readonly unknown[] = [
  undefined,
  null,
  0,
  1.5,
  true,
  '',
  'unknown',
  'Capital',
  '2021-02-30',
  'ftp://example.org',
  [],
  [[]],
  {},
  { unnamed: 'x', extra: 1 },
];

describe('the JSON Schemas of record files', () => {
  it.each(Object.entries(jsonSchemas()))('%s is as committed; else run `pnpm run schemas`', (name, schema) => {
    expect(committed(name)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it.each(NAMES)('%s says of every key what it is for', (name) => {
    const keys = [...keysOf(committed(name))];
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter(([, description]) => typeof description !== 'string').map(([path]) => path)).toEqual([]);
  });

  it('hold for every curated record, as an independent reader has it', () => {
    const files = filesOf(recordsFolder);
    expect(files.length).toBeGreaterThan(900);
    for (const { file, value, name } of files) {
      const validator = validatorOf(name);
      expect([file, validator(value), validator.errors]).toEqual([file, true, null]);
    }
  });

  /** A source with everything that one can have, and the first curated claim of each kind. */
  const everything = () => {
    const claims = filesOf(recordsFolder).flatMap(({ name, value }) =>
      name === 'source' ? (value as SourceRecord).claims : [],
    );
    const editorial = {
      corrections: [{ date: '2021-01-01', field: 'title', was: null, now: [{ a: 1 }], reason: 'misread' }],
      retracted: { date: '2021-01-02', reason: 'withdrawn' },
    };
    const value = {
      id: 's',
      title: 't',
      publisher: 'p',
      wire: 'w',
      url: 'https://example.org/a',
      published: '2021-01-01',
      language: 'en',
      kind: 'article',
      textDigest: 'a'.repeat(64),
      ...editorial,
      claims: CLAIM_KINDS.map((kind) => ({ ...claims.find(({ body }) => body.kind === kind), ...editorial })),
    };
    return { file: 'sources/everything.yml', name: 'source', schema: recordSchemas.sources, value };
  };

  const good = [
    ...filesOf(new URL('../../test/good/', import.meta.url)),
    everything(),
    {
      file: 'redirects.yml',
      name: 'redirects',
      schema: registerSchemas.redirects,
      value: { redirects: [{ type: 'event', from: 'a', to: 'b', date: '2021-01-01', reason: 'one attack' }] },
    },
    {
      file: 'exceptions.yml',
      name: 'exceptions',
      schema: registerSchemas.exceptions,
      value: { exceptions: [{ rule: 'orphan', record: 'actors/a', reason: 'kept for the next event' }] },
    },
    {
      file: 'assertions.yml',
      name: 'assertions',
      schema: registerSchemas.assertions,
      value: {
        counts: { claims: 4, claimsOfKind: { casualties: 2 }, events: 1 },
        filled: { sources: { published: 0.9 } },
        events: { '2020-01-02-old-harbour': { claims: 4, languages: 1 } },
        exceptions: { most: 0 },
      },
    },
  ];

  it.each(good.map((file) => [file.file, file] as const))(
    'agree with the check on %s, whatever stands anywhere in it',
    (_, { value, schema, name }) => {
      const validator = validatorOf(name);
      expect(validator(value)).toBe(true);
      const differ = [...pathsOf(value)].flatMap((path) =>
        STRANGERS.flatMap((stranger) => {
          const other = replaced(value, path, stranger);
          if (other === undefined) return [];
          return schema.safeParse(other).success === validator(other) ? [] : [[path.join('.'), stranger]];
        }),
      );
      expect(differ).toEqual([]);
    },
    60_000,
  );
});
