import fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyDossier } from '../test/arbitrary.ts';
import { compareLedgers } from './comparison.ts';
import type { Correction } from './correction.ts';
import type { Ledger } from './ledger.ts';
import { compareRecord, type RecordChange, type Recorded } from './record-change.ts';
import { silentEdits } from './silent-edit.ts';

const anyKey = fc.constantFrom('a', 'b', 'c', 'd');
const anyLeaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('x', 'y'), fc.boolean());
const { value: anyValue } = fc.letrec<{ value: unknown; map: unknown; list: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, anyLeaf, tie('map'), tie('list')),
  map: fc.dictionary(anyKey, tie('value'), { minKeys: 1, maxKeys: 3 }),
  list: fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
}));
const anyRecord = fc.dictionary(anyKey, anyValue, { maxKeys: 4 }).map((values) => ({ ...values, id: 'record' }));

const compare = (before: Recorded, after: Recorded): RecordChange | null =>
  compareRecord('actor', before, after, undefined);

const correctionsOf = (change: RecordChange | null): Correction[] =>
  (change?.fields ?? []).map(({ field, was, now }) => ({ date: '2021-01-01', field, was, now, reason: 'Misread.' }));

describe('the changes of a record', () => {
  it('are all told by corrections that say what they say', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (before, after) => {
        const corrections = correctionsOf(compare(before, after));
        const change = compare(before, corrections.length === 0 ? after : { ...after, corrections });
        return (
          (change?.fields ?? []).every(({ corrected }) => corrected) &&
          (change?.unfoundedCorrections ?? []).length === 0
        );
      }),
    );
  });

  it('are told step by step through any state between', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, anyRecord, (before, between, after) => {
        const corrections = [...correctionsOf(compare(before, between)), ...correctionsOf(compare(between, after))];
        const change = compare(before, corrections.length === 0 ? after : { ...after, corrections });
        return (
          (change?.fields ?? []).every(({ corrected }) => corrected) &&
          (change?.unfoundedCorrections ?? []).length === 0
        );
      }),
    );
  });

  it('are silent where the correction of one of them is missing', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, fc.nat(), (before, after, nth) => {
        const corrections = correctionsOf(compare(before, after));
        if (corrections.length === 0) return;
        const [missing] = corrections.splice(nth % corrections.length, 1);
        const change = compare(before, corrections.length === 0 ? after : { ...after, corrections });
        const silent = (change?.fields ?? []).filter(({ corrected }) => !corrected).map(({ field }) => field);
        if (!silent.includes(missing?.field ?? ''))
          throw new Error(`${missing?.field} is missing: ${silent.join(' ')}`);
      }),
    );
  });
});

describe('two ledgers', () => {
  const ledgerOf = (dossier: Parameters<Parameters<typeof anyDossier.map>[0]>[0]): Ledger => {
    const { event, ...records } = dossier;
    return { dataset: 'test', digest: '', ...records, events: [event], redirects: [] };
  };

  it('with the same records differ in nothing', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const copy = JSON.parse(JSON.stringify(ledgerOf(dossier))) as Ledger;
        const { added, removed, changed, assessments } = compareLedgers(ledgerOf(dossier), copy);
        return [added, removed, changed, assessments].every(({ length }) => length === 0);
      }),
    );
  });

  it('of which one only adds to the other are without a silent edit', () => {
    fc.assert(
      fc.property(anyDossier, fc.nat(), (dossier, count) => {
        const whole = ledgerOf(dossier);
        const before = { ...whole, claims: whole.claims.slice(0, count % (whole.claims.length + 1)) };
        const forward = compareLedgers(before, whole);
        const back = compareLedgers(whole, before);
        return (
          silentEdits(forward).length === 0 &&
          silentEdits(back).length === forward.added.length &&
          back.assessments.length === forward.assessments.length
        );
      }),
    );
  });
});
