import { describe, expect, it } from 'vitest';
import { claimRecordSchema, recordSchemas } from './record.ts';
import { registerSchemas } from './register.ts';
import { choicesAt, keysAt, schemasAt } from './schema-path.ts';

const at = (path: string) => schemasAt(claimRecordSchema, path.split('.'));

describe('schemasAt', () => {
  it('follows keys, list positions and branches of unions', () => {
    for (const path of ['said', 'about.0', 'claimant.of', 'evidence.passages.2.sha256', 'body.quantity.value']) {
      expect(at(path), path).not.toEqual([]);
    }
    expect(schemasAt(recordSchemas.actors, ['refs', 'wikidata'])).toHaveLength(1);
    expect(schemasAt(recordSchemas.places, ['geometry', 'longitude'])).toHaveLength(1);
  });

  it('knows nothing of what no branch has', () => {
    for (const path of ['sayed', 'said.day', 'about.first', 'body.quantity.worth', 'evidence.passages.sha256']) {
      expect(at(path), path).toEqual([]);
    }
    expect(schemasAt(recordSchemas.actors, ['refs', 'Wikidata'])).toEqual([]);
    expect(schemasAt(recordSchemas.actors, ['constructor'])).toEqual([]);
  });

  it('tells what may be left out: optional keys, items of lists, what only some branches have', () => {
    const optional = (path: string) => at(path).every((found) => found.optional);
    expect(['said', 'about.1', 'claimant.unnamed', 'body.quantity', 'relations.repeats'].filter(optional)).toHaveLength(
      5,
    );
    expect(['slug', 'claimant', 'about', 'body', 'body.kind'].filter(optional)).toEqual([]);
  });
});

describe('keysAt', () => {
  it('lists the keys of maps, of all branches or of the one that is meant', () => {
    expect(keysAt(claimRecordSchema, ['body'])).toEqual(
      expect.arrayContaining(['kind', 'stance', 'quantity', 'place']),
    );
    expect(keysAt(claimRecordSchema, ['body'], { value: { body: { kind: 'reaction' } } })).toEqual(['kind', 'stance']);
    expect(keysAt(registerSchemas.assertions, ['counts', 'claimsOfKind'])).toContain('casualties');
  });
});

describe('choicesAt', () => {
  it('lists words where only words are taken', () => {
    expect(choicesAt(claimRecordSchema, ['modality'])).toEqual(['asserted', 'initial', 'estimated', 'predicted']);
    expect(choicesAt(claimRecordSchema, ['body', 'quantity', 'bound'])).toContain('at-least');
    expect(choicesAt(claimRecordSchema, ['said'])).toEqual([]);
    expect(choicesAt(claimRecordSchema, ['claimant'])).toEqual([]);
    expect(choicesAt(claimRecordSchema, ['nothing'])).toEqual([]);
  });
});
