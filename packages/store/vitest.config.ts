import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Generated ledgers take a while on a busy machine.
  test: { include: ['src/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
