import { describe, expect, it } from 'vitest';
import { compile } from '../ledger/compile.ts';
import { formatProblem } from '../problem/problem.ts';
import { load } from '../reading/load.ts';
import { parseRecord, type RecordFile } from '../reading/record-file.ts';
import { Records } from '../reading/records.ts';
import type { YamlFile } from '../reading/yaml-file.ts';
import { pathsOf, replaced } from '../testing/any-value.ts';
import { check, problemsOf } from './check.ts';

const good = load(new URL('../../test/good/', import.meta.url));
/** The good records with one file in the place of the one of its name. */
const withFile = (changed: RecordFile): Records =>
  new Records(
    good.folder,
    good.files.map((file) => (file.file === changed.file ? changed : file)),
    [],
  );

const STRANGERS: readonly unknown[] = [null, 0, -1.5, true, '', 'unknown', '../x', [], [[]], {}, { unnamed: 1 }];

describe('records of any shape', () => {
  it.each(good.files.map((file) => [file.file, file] as const))(
    'are checked without an exception: any value anywhere in %s',
    (_, file) => {
      for (const path of pathsOf(file.value)) {
        for (const stranger of STRANGERS) {
          const checked = check(withFile({ ...file, value: replaced(file.value, path, stranger) }));
          // What is accepted compiles, and what is not says where, what and what to do.
          if (checked.ok) compile(checked.value);
          else
            for (const problem of checked.error)
              expect(formatProblem(problem)).toMatch(/^\S+:\d+:\d+ [a-z0-9-]+: .+; .+$/);
        }
      }
    },
  );

  const edited = load(new URL('../../test/edited/before/', import.meta.url));
  const released = check(edited);
  if (!released.ok) throw new Error('the records that were released are bad');
  const published = { version: '2020.1', date: '2020-03-31', ledger: compile(released.value) };
  const replacedBy = <File extends YamlFile>(files: readonly File[], changed: File): File[] =>
    files.map((file) => (file.file === changed.file ? changed : file));

  it.each(
    [...edited.registers, ...edited.files.filter(({ text }) => text.includes('corrections'))].map(
      (file) => [file.file, file] as const,
    ),
  )('are held against a release without an exception: any value anywhere in %s', (_, file) => {
    for (const path of pathsOf(file.value)) {
      for (const stranger of STRANGERS) {
        const value = replaced(file.value, path, stranger);
        const records =
          'register' in file
            ? new Records(edited.folder, edited.files, [], replacedBy(edited.registers, { ...file, value }))
            : new Records(edited.folder, replacedBy(edited.files, { ...file, value }), [], edited.registers);
        for (const problem of problemsOf(records, published)) {
          expect(formatProblem(problem)).toMatch(/^\S+:\d+:\d+ [a-z0-9-]+: .+; .+$/);
        }
      }
    }
  });

  it('are checked without an exception: a file cut off anywhere', () => {
    for (const { folder, file, id, text } of good.files) {
      for (let end = 0; end < text.length; end += 7) {
        const { record, problems: found } = parseRecord(folder, file, id, text.slice(0, end));
        const problems = [...found, ...problemsOf(withFile(record))];
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
      }
    }
  });
});
