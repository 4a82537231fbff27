import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A limit for what hangs, not for what is slow: several packages test at once on a small machine.
  // No test changes what a module holds: the same modules for many small files, instead of anew for each.
  test: { include: ['src/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, isolate: false },
});
