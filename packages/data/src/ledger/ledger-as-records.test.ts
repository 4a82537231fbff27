import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { load } from '../reading/load.ts';
import { recordsFolder } from '../reading/records-folder.ts';
import { compile } from './compile.ts';
import { ledgerAsRecords } from './ledger-as-records.ts';

test('the records of a ledger come as they are read from their files', () => {
  const read = load(recordsFolder);
  const checked = check(read);
  if (!checked.ok) throw new Error('the curated records have problems');
  const again = ledgerAsRecords(compile(checked.value));
  expect(again.files.map(({ file }) => file)).toEqual(read.files.map(({ file }) => file));
});
