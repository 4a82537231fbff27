import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../ledger/compile.ts';
import { formatProblem } from '../problem/problem.ts';
import { load } from '../reading/load.ts';
import { recordsOf } from '../testing/records.ts';
import { check, problemsOf } from './check.ts';
import { draftLedger } from './draft.ts';

const EVENT = `id: e
title: Something
kind: attack
time: '2020-01-02'
zone: Africa/Luanda
places: [{ place: nowhere, role: struck }]
`;

describe('draftLedger', () => {
  it('makes a ledger of records that break rules which only the check knows', () => {
    const records = recordsOf({ 'events/e.yml': EVENT });
    expect(problemsOf(records)).not.toEqual([]);
    const draft = draftLedger(records);
    expect(draft.ok && draft.value.events.map(({ id }) => id)).toEqual(['e']);
  });

  it.each([
    ['a missing field', EVENT.replace('title: Something\n', ''), 'title is missing'],
    ['a day that does not exist', EVENT.replace('2020-01-02', '2020-02-30'), '30 February 2020 does not exist'],
    ['a zone that does not exist', EVENT.replace('Africa/Luanda', 'Africa/Luenda'), 'Africa/Luenda'],
    ['another id than its file', EVENT.replace('id: e', 'id: f'), 'f'],
    ['broken YAML', EVENT.replace('id: e', 'id: [e'), ''],
  ])('names what keeps it from being made: %s', (_, text, what) => {
    const draft = draftLedger(recordsOf({ 'events/e.yml': text }));
    expect(draft.ok ? [] : draft.error.map((problem) => formatProblem(problem))).toContainEqual(
      expect.stringContaining(what),
    );
  });

  it('makes of good records the ledger that the check makes', () => {
    const good = load(fileURLToPath(new URL('../../test/good', import.meta.url)));
    const [draft, checked] = [draftLedger(good), check(good)];
    expect(checked.ok && draft).toEqual(checked.ok && { ok: true, value: compile(checked.value) });
    expect(checked.ok).toBe(true);
  });
});
