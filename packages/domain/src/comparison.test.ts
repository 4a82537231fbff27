import { describe, expect, it } from 'vitest';
import { blame, type ClaimDraft, dossierOfDrafts, exact, killed } from '../test/building.ts';
import type { Claim } from './claim.ts';
import { compareLedgers } from './comparison.ts';
import type { Ledger } from './ledger.ts';
import type { Redirect } from './redirect.ts';
import { silentEdits } from './silent-edit.ts';

const ledger = (drafts: readonly ClaimDraft[], extra: Partial<Ledger> = {}): Ledger => {
  const { event, ...records } = dossierOfDrafts(drafts);
  return { dataset: 'test', digest: 'd', ...records, events: [event], redirects: [], ...extra };
};

const five: ClaimDraft = { claimant: 'ministry', body: killed(exact(5)) };
const six: ClaimDraft = { claimant: 'ministry', body: killed(exact(6)) };
const FIVE = 'document-0/claim';

const correction = (field: string, was: unknown, now: unknown) =>
  ({ date: '2021-01-01', field, was, now, reason: 'Misread.' }) as NonNullable<Claim['corrections']>[number];

const fieldsOf = (before: Ledger, after: Ledger) =>
  compareLedgers(before, after).changed.flatMap(({ fields }) =>
    fields.map(({ field, was, now, corrected }) => [field, was, now, corrected]),
  );

describe('values of records', () => {
  it('do not differ between a ledger and itself', () => {
    const comparison = compareLedgers(ledger([five]), ledger([five]));
    expect(comparison).toEqual({
      before: 'd',
      after: 'd',
      added: [],
      removed: [],
      changed: [],
      retracted: [],
      redirects: { added: [], changed: [], lost: [] },
      assessments: [],
    });
  });

  it('are named down to the leaf that changed', () => {
    expect(fieldsOf(ledger([five]), ledger([{ ...six, hedge: 'at least' }]))).toEqual([
      ['body.quantity.value', 5, 6, false],
      ['hedge', null, 'at least', false],
    ]);
  });

  it('are items of a list where it kept step, and the list where it did not', () => {
    const via = (...actors: string[]): Ledger => ledger([{ ...five, via: actors }]);
    expect(fieldsOf(via('wire', 'paper'), via('wire', 'other-wire'))).toEqual([
      ['via.1', 'paper', 'other-wire', false],
    ]);
    expect(fieldsOf(via('wire'), via('wire', 'paper'))).toEqual([['via.1', null, 'paper', false]]);
    expect(fieldsOf(via('wire', 'paper'), via('paper'))).toEqual([['via', ['wire', 'paper'], ['paper'], false]]);
  });

  it.each([
    ['the leaf', [correction('body.quantity.value', 5, 6)]],
    ['the value around it', [correction('body.quantity', { value: 5, bound: 'exact' }, exact(6))]],
    ['one step after the other', [correction('body.quantity.value', 5, 7), correction('body.quantity.value', 7, 6)]],
  ])('are corrected where a new correction tells %s', (_, corrections) => {
    const before = ledger([five]);
    const after = ledger([{ ...six, corrections }]);
    expect(fieldsOf(before, after)).toEqual([['body.quantity.value', 5, 6, true]]);
    const comparison = compareLedgers(before, after);
    expect(silentEdits(comparison)).toEqual([]);
    expect(comparison.changed[0]?.unfoundedCorrections).toEqual([]);
  });

  it.each([
    ['another field', [correction('modality', 'asserted', 'initial')]],
    ['another value before', [correction('body.quantity.value', 4, 6)]],
    ['another value since', [correction('body.quantity.value', 5, 7)]],
    [
      'the steps in the wrong order',
      [correction('body.quantity.value', 7, 6), correction('body.quantity.value', 5, 7)],
    ],
  ])('are silent where corrections tell of %s', (_, corrections) => {
    const comparison = compareLedgers(ledger([five]), ledger([{ ...six, corrections }]));
    expect(silentEdits(comparison)).toEqual([
      { kind: 'value', type: 'claim', id: FIVE, field: 'body.quantity.value', was: 5, now: 6 },
    ]);
    expect(comparison.changed[0]?.unfoundedCorrections).not.toEqual([]);
  });

  it('need a correction that came with them: an old one does not tell of a new change', () => {
    const old = [correction('body.quantity.value', 5, 6)];
    const before = ledger([{ ...five, corrections: old }]);
    expect(fieldsOf(before, ledger([{ ...six, corrections: old }]))).toEqual([['body.quantity.value', 5, 6, false]]);
    expect(fieldsOf(before, ledger([{ ...six, corrections: [...old, ...old] }]))).toEqual([
      ['body.quantity.value', 5, 6, true],
    ]);
  });

  it('need one also where they were added or taken away', () => {
    const hedged = { ...five, hedge: 'at least' };
    expect(fieldsOf(ledger([five]), ledger([hedged]))).toEqual([['hedge', null, 'at least', false]]);
    expect(
      fieldsOf(ledger([five]), ledger([{ ...hedged, corrections: [correction('hedge', null, 'at least')] }])),
    ).toEqual([['hedge', null, 'at least', true]]);
    expect(
      fieldsOf(ledger([hedged]), ledger([{ ...five, corrections: [correction('hedge', 'at least', null)] }])),
    ).toEqual([['hedge', 'at least', null, true]]);
  });

  it('of a list are told item by item or as a whole', () => {
    const before = ledger([{ ...five, via: ['wire', 'paper'] }]);
    const after = (...corrections: ReturnType<typeof correction>[]): Ledger =>
      ledger([{ ...five, via: ['paper'], corrections }]);
    expect(silentEdits(compareLedgers(before, after(correction('via', ['wire', 'paper'], ['paper']))))).toEqual([]);
    const byItem = compareLedgers(before, after(correction('via.0', 'wire', null)));
    expect(silentEdits(byItem)).toEqual([]);
    expect(byItem.changed[0]?.unfoundedCorrections).toEqual([]);
    expect(silentEdits(compareLedgers(before, after(correction('via.1', 'paper', null))))).toHaveLength(1);
  });
});

describe('the past of records', () => {
  const corrected = { ...six, corrections: [correction('body.quantity.value', 5, 6)] };

  it('is not to be rewritten', () => {
    const altered = { ...six, corrections: [{ ...correction('body.quantity.value', 5, 6), reason: 'Slip.' }] };
    for (const after of [six, altered]) {
      expect(silentEdits(compareLedgers(ledger([corrected]), ledger([after])))).toEqual([
        { kind: 'correction', type: 'claim', id: FIVE, lost: corrected.corrections[0] },
      ]);
    }
  });

  it('tells of retractions, which need no correction, and whose end does', () => {
    const retracted = { date: '2021-02-02', reason: 'Another attack.' };
    const comparison = compareLedgers(ledger([five]), ledger([{ ...five, retracted }]));
    expect(comparison.retracted).toEqual([{ type: 'claim', id: FIVE, ...retracted }]);
    expect(silentEdits(comparison)).toEqual([]);
    expect(silentEdits(compareLedgers(ledger([{ ...five, retracted }]), ledger([five])))).toEqual([
      { kind: 'value', type: 'claim', id: FIVE, field: 'retracted', was: retracted, now: null },
    ]);
  });
});

describe('records', () => {
  const redirect = (extra: Partial<Redirect>): Redirect => ({
    type: 'actor',
    from: 'militia',
    to: 'brigade',
    date: '2021-01-01',
    reason: 'Its own name.',
    ...extra,
  });

  it('may come, and may not go without a redirect', () => {
    const comparison = compareLedgers(ledger([five]), ledger([five, six]));
    expect(comparison.added).toEqual([
      { type: 'source', id: 'document-1' },
      { type: 'claim', id: 'document-1/claim' },
    ]);
    expect(silentEdits(comparison)).toEqual([]);
    expect(silentEdits(compareLedgers(ledger([five, six]), ledger([five])))).toEqual([
      { kind: 'removal', type: 'source', id: 'document-1' },
      { kind: 'removal', type: 'claim', id: 'document-1/claim' },
    ]);
  });

  const drafts: ClaimDraft[] = [
    { claimant: 'militia', body: blame('claims', 'militia') },
    { claimant: { unnamed: 'a fighter', of: 'militia' }, body: killed(exact(2), { of: 'militia' }) },
  ];
  const renamedActor = (): Ledger => {
    const text = JSON.stringify(ledger(drafts))
      .replaceAll('"militia"', '"brigade"')
      .replace('"name":"brigade"', '"name":"militia"');
    return { ...(JSON.parse(text) as Ledger), redirects: [redirect({})] };
  };

  it('that were renamed are compared with what they are called now, and so is what names them', () => {
    const comparison = compareLedgers(ledger(drafts), renamedActor());
    expect(comparison.removed).toEqual([{ type: 'actor', id: 'militia', redirect: redirect({}) }]);
    expect(comparison.added).toEqual([]);
    expect(comparison.changed).toMatchObject([{ type: 'actor', id: 'brigade', renamedFrom: 'militia', fields: [] }]);
    expect(comparison.assessments).toEqual([]);
    expect(silentEdits(comparison)).toEqual([]);
  });

  it('do not change in silence under cover of a new name', () => {
    const after = renamedActor();
    const actors = after.actors.map((actor) => ({ ...actor, name: actor.name.replace('militia', 'The Brigade') }));
    expect(silentEdits(compareLedgers(ledger(drafts), { ...after, actors }))).toEqual([
      { kind: 'value', type: 'actor', id: 'brigade', field: 'name', was: 'militia', now: 'The Brigade' },
    ]);
  });

  it('take their claims along when a document is renamed, and lose none on the way', () => {
    const moved = redirect({ type: 'source', from: 'document-0', to: 'paper-0' });
    const text = JSON.stringify(ledger([five]))
      .replaceAll('document-0', 'paper-0')
      .replace('"title":"paper-0"', '"title":"document-0"');
    const after = { ...(JSON.parse(text) as Ledger), redirects: [moved] };
    const comparison = compareLedgers(ledger([five]), after);
    expect(comparison.removed.map(({ id, redirect: led }) => [id, led?.to])).toEqual([
      ['document-0', 'paper-0'],
      [FIVE, 'paper-0/claim'],
    ]);
    expect(silentEdits(comparison)).toEqual([]);
    expect(silentEdits(compareLedgers(ledger([five]), { ...after, claims: [] }))).toEqual([
      { kind: 'removal', type: 'claim', id: FIVE },
    ]);
  });

  it('keep their redirects, which may only follow the record they led to', () => {
    const old = redirect({ from: 'band', to: 'militia' });
    const before = ledger(drafts, { redirects: [old] });
    const now = { ...old, to: 'brigade' };
    const followed = { ...renamedActor(), redirects: [now, redirect({})] };
    expect(silentEdits(compareLedgers(before, followed))).toEqual([]);
    expect(silentEdits(compareLedgers(before, ledger(drafts)))).toEqual([{ kind: 'redirect', was: old, now: null }]);
    const astray = { ...old, to: 'rebels' };
    expect(silentEdits(compareLedgers(before, ledger(drafts, { redirects: [astray] })))).toEqual([
      { kind: 'redirect', was: old, now: astray },
    ]);
  });
});

describe('assessments', () => {
  it('differ in attribution, agreement, range and positions', () => {
    const before = ledger([five, { claimant: 'un', body: killed({ bound: 'at-least', value: 3 }) }]);
    const after = ledger([
      six,
      { claimant: 'un', body: killed({ bound: 'at-least', value: 3 }) },
      { claimant: 'rebels', body: killed(exact(9)) },
      { claimant: 'rebels', body: blame('claims', 'rebels') },
    ]);
    const [change, ...others] = compareLedgers(before, after).assessments;
    expect(others).toEqual([]);
    expect(change?.event).toBe('attack');
    expect(change?.attribution).toEqual({
      status: { was: 'unclaimed', now: 'claimed' },
      lists: [{ list: 'claimed', party: 'rebels', was: [], now: ['rebels'] }],
    });
    expect(change?.questions).toMatchObject([
      {
        key: 'casualties:killed:all',
        agreement: { was: 'compatible', now: 'disputed' },
        range: { was: { low: 5, high: 5, open: false }, now: { low: 6, high: 9, open: false } },
        positions: [
          { owner: 'ministry', was: { answers: [exact(5)] }, now: { answers: [exact(6)] } },
          { owner: 'rebels', was: null, now: { answers: [exact(9)] } },
        ],
      },
      { key: 'responsibility:rebels', agreement: { was: null, now: 'listed' } },
    ]);
  });

  it('of an event that came are all new', () => {
    const before = ledger([], { events: [] });
    expect(compareLedgers(before, ledger([five])).assessments).toMatchObject([
      { event: 'attack', attribution: { status: { was: null, now: 'unclaimed' } }, questions: [{}] },
    ]);
  });

  it('do not differ for what nobody derives anything from', () => {
    expect(compareLedgers(ledger([five]), ledger([{ ...five, paraphrase: 'Otherwise.' }])).assessments).toEqual([]);
  });
});
