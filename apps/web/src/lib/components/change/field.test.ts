import {
  actorSchema,
  claimBodySchema,
  claimSchema,
  eventSchema,
  placeSchema,
  type RecordType,
  sourceSchema,
} from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { fieldWords, hasWords } from './field.ts';

test('a field by its words, whatever its place in a list', () => {
  expect(fieldWords('claim', 'body.quantity.value')).toEqual({ words: 'number', kind: 'text' });
  expect(fieldWords('claim', 'about.0')).toEqual({ words: 'event it is about', kind: 'event' });
  expect(fieldWords('event', 'places.1.place')).toEqual({ words: 'place', kind: 'place' });
  expect(fieldWords('source', 'published')).toEqual({ words: 'date of publication', kind: 'date' });
  expect(fieldWords('actor', 'partOf').kind).toBe('actor');
  expect(fieldWords('event', 'partOf').kind).toBe('event');
});

test('an id elsewhere by whose it is', () => {
  expect(fieldWords('event', 'refs.ucdp')).toEqual({ words: 'id at UCDP', kind: 'text' });
  expect(fieldWords('actor', 'refs.some-list')).toEqual({ words: 'id at some-list', kind: 'text' });
  expect(fieldWords('actor', 'refs').words).toBe('ids in other datasets');
});

test('what is deeper than any word is called as what it stands in; what nobody foresaw by its key', () => {
  expect(fieldWords('claim', 'evidence.passages.0.start')).toEqual({ words: 'passage', kind: 'text' });
  expect(fieldWords('actor', 'some-day.0')).toEqual({ words: 'some day', kind: 'text' });
});

describe('every field of a record has words', () => {
  const schemas: Readonly<Record<RecordType, { readonly shape: object }>> = {
    actor: actorSchema,
    place: placeSchema,
    event: eventSchema,
    source: sourceSchema,
    claim: claimSchema,
  };
  /** Not corrected: an id is renamed by a redirect, a claim's document is part of it, and the past corrects nothing. */
  const never = new Set(['id', 'source', 'corrections', 'retracted']);

  test.each(Object.keys(schemas) as RecordType[])('%s', (type) => {
    for (const field of Object.keys(schemas[type].shape)) {
      if (!never.has(field)) expect(hasWords(type, field), field).toBe(true);
    }
  });

  test('of any claim body', () => {
    for (const { shape } of claimBodySchema.options) {
      for (const field of Object.keys(shape)) {
        expect(hasWords('claim', `body.${field}`), field).toBe(true);
      }
    }
  });
});
