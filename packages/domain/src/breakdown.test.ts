import { describe, expect, it } from 'vitest';
import { type ClaimDraft, dossierOfDrafts, exact, killed } from '../test/building.ts';
import { assess } from './assess.ts';

const rockets = (fate: string, quantity: object, scope?: string) => ({
  kind: 'munitions',
  class: 'projectile',
  fate,
  quantity,
  ...(scope === undefined ? {} : { scope }),
});
const part = (body: unknown): ClaimDraft => ({ claimant: 'ministry', relations: { partOf: 'document-0/claim' }, body });
const breakdowns = (whole: unknown, ...parts: unknown[]) =>
  assess(dossierOfDrafts([{ claimant: 'ministry', body: whole }, ...parts.map(part)])).breakdowns;

describe('the breakdown check', () => {
  it('leaves two of 23 rockets unallocated', () => {
    const [found] = breakdowns(
      rockets('fired', exact(23)),
      ...[5, 1, 7, 4, 3, 1].map((value, index) => rockets('landed', exact(value), `pd${index}`)),
    );
    expect(found).toMatchObject({
      field: 'scope',
      sum: { min: 21, max: 21 },
      remainder: { min: 2, max: 2 },
      verdict: 'unallocated',
      because: [{ rule: 'breakdown.remainder', claims: { length: 7 } }],
    });
  });

  it('adds up where an open part can fill the gap', () => {
    const [found] = breakdowns(
      killed(exact(8)),
      killed(exact(1), { scope: 'a' }),
      killed({ bound: 'at-least', value: 3 }, { scope: 'b' }),
    );
    expect(found).toMatchObject({ sum: { min: 4, max: null }, remainder: { min: null, max: 4 }, verdict: 'adds-up' });
  });

  it('notices parts that exceed their whole', () => {
    const [found] = breakdowns(killed(exact(3)), killed(exact(2), { scope: 'a' }), killed(exact(2), { scope: 'b' }));
    expect(found).toMatchObject({ remainder: { min: -1, max: -1 }, verdict: 'parts-exceed-whole' });
  });

  it('adds scopes to scopes and persons to persons', () => {
    const found = breakdowns(
      killed(exact(8)),
      killed(exact(8), { scope: 'a' }),
      killed(exact(3), { persons: 'women' }),
    );
    expect(found.map(({ field, verdict }) => [field, verdict])).toEqual([
      ['scope', 'adds-up'],
      ['persons', 'unallocated'],
    ]);
  });

  it('leaves out parts that were superseded', () => {
    const dossier = dossierOfDrafts([
      { claimant: 'ministry', body: killed(exact(8)) },
      part(killed(exact(9), { scope: 'a' })),
      {
        ...part(killed(exact(8), { scope: 'a' })),
        relations: { partOf: 'document-0/claim', supersedes: ['document-1/claim'] },
      },
    ]);
    expect(assess(dossier).breakdowns).toMatchObject([{ parts: [{ claim: 'document-2/claim' }], verdict: 'adds-up' }]);
  });
});
