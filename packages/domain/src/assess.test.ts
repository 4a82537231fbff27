import { describe, expect, it } from 'vitest';
import { blame, type ClaimDraft, dossierOfDrafts, exact, killed } from '../test/building.ts';
import { assess } from './assess.ts';

const statusOf = (...drafts: ClaimDraft[]) => assess(dossierOfDrafts(drafts)).attribution.status;
const question = (key: string, drafts: ClaimDraft[], asOf?: number) =>
  assess(dossierOfDrafts(drafts), { asOf }).questions.find((found) => found.key === key);
const ALL_KILLED = 'casualties:killed:all';

describe('attribution', () => {
  const claims = { claimant: 'rebels', body: blame('claims', 'rebels') };
  const accuses = { claimant: 'ministry', body: blame('accuses', 'militia') };

  it('is unclaimed when nobody says anything', () => {
    expect(statusOf()).toBe('unclaimed');
  });

  it('is claimed, also where the claimer is accused as well', () => {
    expect(statusOf(claims)).toBe('claimed');
    expect(statusOf(claims, { claimant: 'ministry', body: blame('accuses', 'rebel-wing') })).toBe('claimed');
  });

  it('is contested when another party is accused, suspected or convicted', () => {
    for (const stance of ['accuses', 'suspects', 'convicts']) {
      expect(statusOf(claims, { claimant: 'ministry', body: blame(stance, 'militia') })).toBe('contested');
    }
  });

  it('is contested when a third party exonerates the claimer, not when the claimer does', () => {
    expect(statusOf(claims, { claimant: 'un', body: blame('exonerates', 'rebels') })).toBe('contested');
    expect(statusOf(claims, { claimant: 'rebel-wing', body: blame('exonerates', 'rebels') })).toBe('claimed');
  });

  it('has multiple claims when two parties claim it, not when one claims twice', () => {
    expect(statusOf(claims, { claimant: 'militia', body: blame('claims', 'militia') })).toBe('multiple-claims');
    expect(statusOf(claims, { claimant: 'rebel-wing', body: blame('claims', 'rebel-wing') })).toBe('claimed');
  });

  it('is accused, and denied where an accused party denies', () => {
    expect(statusOf(accuses)).toBe('accused');
    expect(statusOf(accuses, { claimant: 'rebels', body: blame('denies', 'rebels') })).toBe('accused');
    expect(statusOf(accuses, { claimant: 'militia', body: blame('denies', 'militia') })).toBe('accused-and-denied');
  });

  it('takes no account of unknown persons, of restatements, and of those who decline', () => {
    expect(statusOf({ claimant: 'ministry', body: blame('accuses', 'unknown') })).toBe('unclaimed');
    expect(statusOf({ claimant: 'paper', body: blame('accuses', 'rebels') })).toBe('unclaimed');
    expect(statusOf({ claimant: 'paper', basis: 'investigated', body: blame('accuses', 'rebels') })).toBe('accused');
    expect(statusOf({ claimant: 'rebels', body: blame('declines', 'rebels') })).toBe('unclaimed');
  });

  it('is of parties only where sources merely say who fought', () => {
    expect(statusOf({ claimant: 'dataset', body: { kind: 'parties', sides: ['gov', 'rebels'] } })).toBe('parties-only');
  });
});

describe('what the ledger has retracted', () => {
  const retracted = { date: '2021-01-01', reason: 'The document says nothing of the kind.' };
  const drafts: ClaimDraft[] = [
    { claimant: 'ministry', body: killed(exact(5)) },
    { claimant: 'police', body: killed(exact(8)) },
  ];

  it('counts for nothing, at no date', () => {
    const dossier = dossierOfDrafts(drafts);
    const [first, ...others] = dossier.claims;
    if (first === undefined) throw new Error('no claims were drafted');
    const without = { ...dossier, claims: others };
    expect(assess({ ...dossier, claims: [{ ...first, retracted }, ...others] })).toEqual(assess(without));
    expect(assess(without)).not.toEqual(assess(dossier));
  });

  it('takes along the claims of its document', () => {
    const dossier = dossierOfDrafts(drafts);
    const sources = dossier.sources.map((source) => ({ ...source, retracted }));
    expect(assess({ ...dossier, sources }).questions).toEqual([]);
  });
});

describe('positions', () => {
  it('of a spokesman are his ministry’s; of its police, their own', () => {
    const found = question(ALL_KILLED, [
      { claimant: 'spokesman', body: killed(exact(8)) },
      { claimant: 'ministry', body: killed(exact(8)) },
      { claimant: 'police', body: killed(exact(8)) },
    ]);
    expect(found?.positions.map(({ owner }) => owner)).toEqual(['ministry', 'police']);
    expect(found?.agreement).toBe('agreed');
  });

  it('of the unnamed are kept apart by body, or by label and origin', () => {
    const found = question(ALL_KILLED, [
      { claimant: { unnamed: 'two officials', of: 'ministry' }, body: killed(exact(8)) },
      { claimant: { unnamed: 'a doctor' }, via: ['wire'], body: killed(exact(9)) },
      { claimant: { unnamed: 'a doctor' }, via: ['other-wire'], body: killed(exact(7)) },
    ]);
    expect(found?.positions.map(({ owner, actor }) => [owner, actor])).toEqual([
      ['a doctor, to other-wire', null],
      ['a doctor, to wire', null],
      ['unnamed of ministry', 'ministry'],
    ]);
  });

  it('replace each other only where one is provably later', () => {
    const later = question(ALL_KILLED, [
      { claimant: 'ministry', said: '2020-11-21', body: killed(exact(3)) },
      { claimant: 'ministry', said: '2020-11-22', body: killed(exact(8)) },
    ]);
    expect(later?.positions[0]).toMatchObject({
      answers: [exact(8)],
      course: 'revised',
      past: [{ answer: exact(3), reason: 'later-answer' }],
    });
    const sameDay = question(ALL_KILLED, [
      { claimant: 'ministry', said: '2020-11-21', body: killed(exact(3)) },
      { claimant: 'ministry', said: '2020-11-21T12:00+04:30', body: killed(exact(8)) },
    ]);
    expect(sameDay?.agreement).toBe('unsettled');
    expect(sameDay?.range).toEqual({ low: 3, high: 8, open: false });
  });

  it('name why an answer is past', () => {
    const relation = (kind: string) =>
      question(ALL_KILLED, [
        { claimant: 'ministry', body: killed(exact(3)) },
        { claimant: 'ministry', relations: { [kind]: ['document-0/claim'] }, body: killed(exact(8)) },
      ])?.positions[0]?.past.map(({ reason }) => reason);
    expect(relation('supersedes')).toEqual(['superseded']);
    expect(relation('retracts')).toEqual(['retracted']);
  });

  it('are reversed from a no to a yes, and conceded by those who stand accused', () => {
    const turn: ClaimDraft[] = [
      { claimant: 'ministry', said: '2020-11-21', body: killed({ bound: 'none' }) },
      { claimant: 'ministry', said: '2020-11-22', body: killed(exact(8)) },
    ];
    expect(question(ALL_KILLED, turn)?.positions[0]?.course).toBe('reversed');
    const accused = [...turn, { claimant: 'un', body: blame('accuses', 'gov') }];
    expect(question(ALL_KILLED, accused)?.positions[0]?.course).toBe('conceded');
  });

  it('of compilers stand only where nobody answers for themselves', () => {
    const paper = { claimant: 'paper', wire: 'wire', body: killed({ bound: 'at-least', value: 8 }) };
    expect(question(ALL_KILLED, [paper])?.positions).toMatchObject([{ owner: 'wire', restatement: true }]);
    const both = question(ALL_KILLED, [paper, { claimant: 'ministry', body: killed(exact(8)) }]);
    expect(both?.positions.map(({ owner }) => owner)).toEqual(['ministry']);
  });

  it('are not held by predictions or by numbers for several events together', () => {
    expect(
      question(ALL_KILLED, [{ claimant: 'ministry', modality: 'predicted', body: killed(exact(8)) }]),
    ).toBeUndefined();
    expect(
      question(ALL_KILLED, [{ claimant: 'ministry', about: ['attack', 'other'], body: killed(exact(8)) }]),
    ).toBeUndefined();
  });
});

describe('floors', () => {
  const un = { claimant: 'un', body: killed(exact(10), { persons: 'civilians' }) };

  it('join the whole where the part alone contradicts somebody', () => {
    const found = question(ALL_KILLED, [un, { claimant: 'ministry', body: killed(exact(8)) }]);
    expect(found?.positions).toMatchObject([
      { owner: 'ministry', answers: [exact(8)] },
      { owner: 'un', answers: [{ bound: 'at-least', value: 10 }], floor: 'casualties:killed:civilians' },
    ]);
    expect(found).toMatchObject({
      agreement: 'disputed',
      pairs: [['ministry', 'un']],
      range: { low: 8, high: 10, open: true },
    });
  });

  it('do not, where the whole allows for the part, where the owner speaks of the whole, or where a compiler restates', () => {
    const owners = (...drafts: ClaimDraft[]) => question(ALL_KILLED, drafts)?.positions.map(({ owner }) => owner);
    expect(owners(un, { claimant: 'ministry', body: killed(exact(10)) })).toEqual(['ministry']);
    expect(
      owners(un, { claimant: 'un', body: killed(exact(12)) }, { claimant: 'ministry', body: killed(exact(8)) }),
    ).toEqual(['ministry', 'un']);
    expect(owners({ ...un, claimant: 'paper' }, { claimant: 'ministry', body: killed(exact(8)) })).toEqual([
      'ministry',
    ]);
  });
});

describe('ranges', () => {
  const range = (...quantities: object[]) =>
    question(
      ALL_KILLED,
      quantities.map((quantity, index) => ({ claimant: ['ministry', 'police', 'un'][index], body: killed(quantity) })),
    )?.range;

  it('run from the lowest to the highest stated number', () => {
    expect(range(exact(8), exact(10))).toEqual({ low: 8, high: 10, open: false });
  });

  it('take their bottom from an open number only if all are open', () => {
    expect(range({ bound: 'at-least', value: 3 }, exact(8))).toEqual({ low: 8, high: 8, open: false });
    expect(range({ bound: 'at-least', value: 3 }, { bound: 'more-than', value: 5 })).toEqual({
      low: 3,
      high: 5,
      open: true,
    });
  });

  it('are open where only open numbers reach the top', () => {
    expect(range({ bound: 'at-least', value: 8 }, exact(8))).toEqual({ low: 8, high: 8, open: false });
    expect(range({ bound: 'at-least', value: 9 }, exact(8))).toEqual({ low: 8, high: 9, open: true });
  });

  it('have a zero for none, and are missing where no number is stated', () => {
    expect(range({ bound: 'none' })).toEqual({ low: 0, high: 0, open: false });
    expect(range({ bound: 'none-known' }, { bound: 'unquantified' })).toBeNull();
  });
});

describe('as of an instant', () => {
  const drafts: ClaimDraft[] = [
    { claimant: 'ministry', published: '2020-11-21', body: killed(exact(3)) },
    { claimant: 'un', said: '2020-11-21T12:00+04:30', published: '2021', body: killed(exact(8)) },
    { claimant: 'rebels', body: killed(exact(9)) },
  ];
  const owners = (asOf: string) => question(ALL_KILLED, drafts, Date.parse(asOf))?.positions.map(({ owner }) => owner);

  it('a claim is known from the end of the day it was said or printed on, whichever ends first', () => {
    expect(owners('2020-11-21T07:30Z')).toBeUndefined();
    expect(owners('2020-11-21T07:31Z')).toEqual(['un']);
    expect(owners('2020-11-21T19:30Z')).toEqual(['ministry', 'un']);
  });

  it('a claim without any date is never known, but pending; without an as-of it counts', () => {
    expect(assess(dossierOfDrafts(drafts), { asOf: Date.parse('2030-01-01T00:00Z') }).pending).toEqual([
      'document-2/claim',
    ]);
    expect(question(ALL_KILLED, drafts)?.positions).toHaveLength(3);
  });

  it('nothing is pending before the event', () => {
    expect(assess(dossierOfDrafts(drafts), { asOf: Date.parse('2020-11-20T00:00Z') }).pending).toEqual([]);
  });
});
