import { describe, expect, it } from 'vitest';
import { changeIdsOn, changesOf, type ChangingRecords } from './change.ts';
import { type Claim, claimSchema } from './claim.ts';
import { redirectOf, type Redirect } from './redirect.ts';

const claim = (extra: Partial<Claim>): Claim =>
  claimSchema.parse({
    id: 'paper/five-killed',
    source: 'paper',
    about: ['rockets'],
    claimant: 'ministry',
    evidence: { excerpt: true },
    paraphrase: 'The ministry gave five killed.',
    modality: 'asserted',
    body: { kind: 'occurrence', what: 'rockets', happened: true },
    ...extra,
  });

const renamed: Redirect = {
  type: 'source',
  from: 'papre',
  to: 'paper',
  date: '2021-03-01',
  reason: 'The id was misspelt.',
};

const records = (extra: Partial<ChangingRecords>): ChangingRecords => ({
  actors: [],
  places: [],
  events: [],
  sources: [],
  claims: [],
  redirects: [],
  ...extra,
});

describe('the changes of a ledger', () => {
  it('come latest first, and of one record the last made first', () => {
    const corrections = [
      { date: '2021-01-01', field: 'body.quantity.value', was: 4, now: 6, reason: 'Misread.' },
      { date: '2021-01-01', field: 'body.quantity.value', was: 6, now: 5, reason: 'Misread again.' },
    ];
    const retracted = { date: '2021-02-01', reason: 'The document says nothing of the kind.' };
    const changes = changesOf(records({ claims: [claim({ corrections, retracted })], redirects: [renamed] }));
    expect(changes.map(({ kind, date }) => `${date} ${kind}`)).toEqual([
      '2021-03-01 redirect',
      '2021-02-01 retraction',
      '2021-01-01 correction',
      '2021-01-01 correction',
    ]);
    expect(changes[0]).toMatchObject({ record: { type: 'source', id: 'paper' }, from: 'papre' });
    expect(changes[2]).toMatchObject({ record: { type: 'claim', id: 'paper/five-killed' }, was: 6, now: 5 });
  });
});

describe('the ids of the changes of a day', () => {
  const corrections = [
    { date: '2021-01-01', field: 'hedge', was: 'maybe', now: null, reason: 'Misread.' },
    { date: '2021-03-01', field: 'modality', was: 'initial', now: 'asserted', reason: 'Misread again.' },
  ];
  const retracted = { date: '2021-03-01', reason: 'The document says nothing of the kind.' };
  const all = records({ claims: [claim({ corrections, retracted })], redirects: [renamed] });

  it('tell each change apart, whatever else was done', () => {
    expect(changeIdsOn(all, '2021-01-01')).toEqual(['claim:paper/five-killed:correction-1']);
    expect(changeIdsOn(all, '2021-03-01')).toEqual([
      'claim:paper/five-killed:retraction',
      'claim:paper/five-killed:correction-2',
      'source:papre:redirect',
    ]);
    expect(changeIdsOn(all, '2021-02-01')).toEqual([]);
  });
});

describe('redirectOf', () => {
  it('leads an old id to the record that took its place', () => {
    expect(redirectOf([renamed], 'source', 'papre')?.to).toBe('paper');
    expect(redirectOf([renamed], 'actor', 'papre')).toBeUndefined();
  });

  it('leads the claims of a renamed document along with it', () => {
    expect(redirectOf([renamed], 'claim', 'papre/five-killed')).toMatchObject({
      type: 'claim',
      from: 'papre/five-killed',
      to: 'paper/five-killed',
    });
  });

  it('prefers a claim’s own redirect to that of its document', () => {
    const own: Redirect = { ...renamed, type: 'claim', from: 'papre/five-killed', to: 'paper/six-killed' };
    expect(redirectOf([renamed, own], 'claim', 'papre/five-killed')?.to).toBe('paper/six-killed');
  });
});
