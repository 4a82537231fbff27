import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { because, RULES, type RuleId } from './rule.ts';
import { ensureClaimId } from './identifier.ts';

const methodology = new URL('../../../docs/methodology.md', import.meta.url);

describe('rules', () => {
  it('state their version and their claims in order, each once', () => {
    const [a, b] = [ensureClaimId('source/a'), ensureClaimId('source/b')];
    expect(because('range.stated', [b, a, b])).toEqual({
      rule: 'range.stated',
      version: RULES['range.stated'],
      claims: [a, b],
    });
  });

  it.runIf(existsSync(methodology)).each(Object.keys(RULES) as RuleId[])('%s is explained to readers', (rule) => {
    expect(readFileSync(methodology, 'utf8')).toContain(`\n### ${rule}\n`);
  });
});
