import { describe, expect, it } from 'vitest';
import { recordsFolder } from '../reading/records-folder.ts';
import { fileURLToPath } from 'node:url';
import { load } from '../reading/load.ts';
import { schemasFrom } from '../schema/schemas-folder.ts';
import { recordsOf } from '../testing/records.ts';
import { holdsHints } from './hint.ts';
import { layOutRecords } from './layout-of-records.ts';

describe('the layout of a folder of records', () => {
  it('is that of every curated record; else run `pnpm counterclaim fmt`', () => {
    const { files, problems } = layOutRecords(load(recordsFolder), schemasFrom(fileURLToPath(recordsFolder)));
    expect(problems).toEqual([]);
    expect(files.length).toBeGreaterThan(900);
    expect(files.filter(({ text, laidOut }) => laidOut !== text).map(({ file }) => file)).toEqual([]);
    // What `counterclaim new` asks for is filled in, or its line is gone.
    expect(files.filter(({ text }) => holdsHints(text)).map(({ file }) => file)).toEqual([]);
  });

  it('names the schema by the way that leads to it', () => {
    const { files } = layOutRecords(recordsOf({ 'events/e.yml': 'id: e\n' }), '../schemas');
    expect(files[0]?.laidOut).toBe('# yaml-language-server: $schema=../../schemas/event.json\nid: e\n');
  });

  it('leaves a file alone that cannot be read, and says why', () => {
    const texts = { 'events/e.yml': 'id: e\n', 'events/f.yml': 'id: [f\n', 'events/g.yml': 'id: g\nid: h\n' };
    const { files, problems } = layOutRecords(recordsOf(texts), '../schemas');
    expect(files.map(({ file }) => file)).toEqual(['events/e.yml']);
    expect(problems.map(({ file, line, rule }) => [file, line, rule])).toEqual([
      ['events/f.yml', 2, 'yaml'],
      ['events/g.yml', 2, 'yaml'],
    ]);
  });
});
