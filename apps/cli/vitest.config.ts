import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A limit for what hangs, not for what is slow: several packages test at once on a small machine.
  test: { include: ['src/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
