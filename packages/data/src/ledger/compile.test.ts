import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { canonicalJson, ledgerSchema } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { check } from '../check/check.ts';
import { load } from '../reading/load.ts';
import { parseRegister } from '../reading/record-file.ts';
import { Records } from '../reading/records.ts';
import { compile } from './compile.ts';

const records = load(fileURLToPath(new URL('../../test/good', import.meta.url)));

function ledgerOf(from: Records) {
  const checked = check(from);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return compile(checked.value);
}

describe('compile', () => {
  const ledger = ledgerOf(records);

  it('makes a ledger that keeps the published schema', () => {
    expect(ledgerSchema.parse(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
  });

  it('names claims by source and slug, and says what goes without saying', () => {
    expect(ledger.claims.map(({ id, source, modality }) => [id, source, modality])).toEqual([
      ['arden-herald-2020-01-03/dockers', 'arden-herald-2020-01-03', 'asserted'],
      ['arden-herald-2020-01-03/first-toll', 'arden-herald-2020-01-03', 'initial'],
      ['arden-herald-2020-01-03/front-denies', 'arden-herald-2020-01-03', 'asserted'],
      ['arden-herald-2020-01-03/later-toll', 'arden-herald-2020-01-03', 'asserted'],
    ]);
    expect(ledger.sources[0]).not.toHaveProperty('claims');
  });

  it('does not depend on the order of the files', () => {
    const reversed = new Records(records.folder, [...records.files].reverse(), []);
    expect(canonicalJson(ledgerOf(reversed))).toBe(canonicalJson(ledger));
  });

  it('has as its digest that of its contents, without the dataset', () => {
    const { dataset, digest, ...contents } = ledger;
    expect(dataset).toBe('curated');
    expect(digest).toBe(createHash('sha256').update(canonicalJson(contents)).digest('hex'));
  });

  it('holds redirects, sorted by type and old id, which are part of the digest', () => {
    const redirect = (type: string, from: string) =>
      `  - { type: ${type}, from: ${from}, to: arden, date: '2020-02-01', reason: Renamed. }\n`;
    const text = `redirects:\n${redirect('place', 'ardn')}${redirect('actor', 'arn')}${redirect('actor', 'ard')}`;
    const { register } = parseRegister('redirects', 'redirects.yml', text);
    const renamed = ledgerOf(new Records(records.folder, records.files, [], [register]));
    expect(renamed.redirects.map(({ type, from }) => [type, from])).toEqual([
      ['actor', 'ard'],
      ['actor', 'arn'],
      ['place', 'ardn'],
    ]);
    expect(ledger.redirects).toEqual([]);
    expect(renamed.digest).not.toBe(ledger.digest);
  });

  it('gives another digest when a word changes', () => {
    const checked = check(records);
    if (!checked.ok) throw new Error('the good records are bad');
    const events = checked.value.events.map((event) => ({ ...event, title: `${event.title}.` }));
    expect(compile({ ...checked.value, events }).digest).not.toBe(ledger.digest);
  });
});
