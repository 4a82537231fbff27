import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Generated worlds take a while on a busy machine.
  // No test changes what a module holds: the same modules for many small files, instead of anew for each.
  test: { include: ['src/**/*.test.ts'], testTimeout: 120_000, isolate: false },
});
