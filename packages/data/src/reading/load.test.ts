import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../problem/problem.ts';
import { load } from './load.ts';

describe('load', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'records-'));
    for (const name of ['actors', 'places', 'events', 'sources']) mkdirSync(join(folder, name));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (file: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, file), content);
  };
  const problems = () => load(folder).problems.map((problem) => formatProblem(problem));

  it('reads the files of the four folders', () => {
    write('actors/b.yml', 'id: b\n');
    write('actors/a.yml', '\uFEFFid: a\n');
    write('sources/s.yml', 'id: s\n');
    write('actors/.hidden', '');
    expect(load(folder).files.map(({ file, value }) => [file, value])).toEqual([
      ['actors/a.yml', { id: 'a' }],
      ['actors/b.yml', { id: 'b' }],
      ['sources/s.yml', { id: 's' }],
    ]);
    expect(problems()).toEqual([]);
  });

  it('reads the files beside the folders, where there are any', () => {
    expect(load(folder).registers).toEqual([]);
    write('redirects.yml', 'redirects: []\n');
    write('exceptions.yml', Buffer.from('exceptions: [] # caf\xe9\n', 'latin1'));
    const records = load(folder);
    expect(records.registers.map(({ register, readable }) => [register, readable])).toEqual([
      ['exceptions', false],
      ['redirects', true],
    ]);
    expect(records.register('redirects')?.value).toEqual({ redirects: [] });
    expect(records.register('exceptions')).toBeUndefined();
    expect(problems()).toEqual(['exceptions.yml:1:21 utf-8: bytes that are no UTF-8; save the file as UTF-8']);
  });

  it.each([
    ['a byte of Latin-1', Buffer.from('id: a\nname: caf\xe9 x\n', 'latin1'), '2:10'],
    ['a character that is cut off', Buffer.from([...Buffer.from('name: “'), 0xe2, 0x80]), '1:8'],
    ['a character too long for its value', Buffer.from([0x61, 0x3a, 0x20, 0xc0, 0xaf, 0x0a]), '1:4'],
    ['a character cut off by the end of its line', Buffer.from([...Buffer.from('a: 1\nb: é'), 0xc3, 0x0a]), '2:5'],
  ])('names the place of %s', (_, bytes, place) => {
    write('actors/a.yml', bytes);
    expect(problems()).toEqual([`actors/a.yml:${place} utf-8: bytes that are no UTF-8; save the file as UTF-8`]);
    expect(load(folder).has('actors', 'a')).toBe(true);
  });

  it('refuses what is no record', () => {
    write('actors/a.yaml', 'id: a\n');
    mkdirSync(join(folder, 'actors/nested'));
    mkdirSync(join(folder, 'people'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'actors/link.yml'));
    expect(problems()).toEqual([
      'actors/a.yaml:1:1 layout: no record; records are actors/<id>.yml',
      'actors/link.yml:1:1 layout: the file cannot be read (ENOENT); make it a readable file',
      'actors/nested:1:1 layout: a folder among records; records are actors/<id>.yml',
      'people:1:1 layout: no folder of records; records are files in actors, places, events, sources, beside redirects.yml, assertions.yml or exceptions.yml: move it there, or out of the folder of records',
    ]);
  });

  it('says which folder to name', () => {
    const remedy = 'name the folder that holds actors, places, events, sources';
    expect(() => load(join(folder, 'nowhere'))).toThrow(`${join(folder, 'nowhere')} is no folder: ${remedy}`);
    expect(() => load(join(folder, 'actors'))).toThrow(`${join(folder, 'actors')} holds no records: ${remedy}`);
  });
});
