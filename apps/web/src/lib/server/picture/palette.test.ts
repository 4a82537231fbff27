import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PALETTE } from './palette.ts';

const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');

test.each(['bg', 'ink', 'muted', 'accent', 'claimed', 'accused', 'denied', 'unknown'] as const)(
  '--%s is the light colour of the tokens',
  (name) => {
    expect(PALETTE[name]).toBe(new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(tokens)?.[1]);
  },
);

test('mixed colours are mixed as the tokens say', () => {
  expect(tokens).toContain('--rule: color-mix(in srgb, var(--ink) 19%, var(--bg))');
  expect(tokens).toContain('--rule-strong: color-mix(in srgb, var(--ink) 60%, var(--bg))');
  expect(tokens).toContain('--band: light-dark(color-mix(in srgb, #0b5d7a 13%, #fbfbf9)');
  expect(tokens).toContain('--lane: color-mix(in srgb, var(--ink) 5%, var(--bg))');
  // 19 parts of 27, 33, 38 in 81 of 251, 251, 249.
  expect(PALETTE.rule).toBe('#d0d2d1');
});
