import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schema.ts';

describe('the published JSON Schemas', () => {
  it.each(Object.entries(jsonSchemas()))('%s is as committed; else run `pnpm run schemas`', (name, schema) => {
    const committed: unknown = JSON.parse(readFileSync(new URL(`../schemas/${name}.json`, import.meta.url), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('refuse what they do not know', () => {
    expect(jsonSchemas().claim).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: expect.arrayContaining(['evidence', 'body']) as unknown,
    });
  });
});
