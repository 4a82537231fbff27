import { describe, expect, it } from 'vitest';
import { found } from '../testing/records.ts';
import { idIsFilename } from './id-is-filename.ts';

describe('id-is-filename', () => {
  it('refuses an id that is not the file’s name', () => {
    expect(found(idIsFilename, { 'places/new.yml': 'id: old' })).toEqual([
      `places/new.yml:1:5 the id "old" is not the file's name; write id: new, or name the file old.yml`,
    ]);
  });

  it('names the file that bears the id already', () => {
    expect(found(idIsFilename, { 'places/a.yml': 'id: a', 'places/b.yml': 'id: a' })).toEqual([
      'places/b.yml:1:5 the id "a" is that of places/a.yml; write id: b, or merge the two files',
    ]);
  });

  it('refuses a file whose name is no id', () => {
    expect(found(idIsFilename, { 'places/Old Harbour.yml': 'id: Old Harbour' })).toEqual([
      `places/Old Harbour.yml:1:1 the file's name "Old Harbour" is no id; name the file with lower-case letters, digits and single hyphens`,
    ]);
  });

  it('lets records of two folders share an id', () => {
    expect(found(idIsFilename, { 'places/a.yml': 'id: a', 'actors/a.yml': 'id: a' })).toEqual([]);
  });
});
