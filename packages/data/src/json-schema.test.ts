import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schema.ts';

describe('the JSON Schemas of record files', () => {
  it.each(Object.entries(jsonSchemas()))('%s is as committed; else run `pnpm run schemas`', (name, schema) => {
    const committed: unknown = JSON.parse(readFileSync(new URL(`../schemas/${name}.json`, import.meta.url), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});
