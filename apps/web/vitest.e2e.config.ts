import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Every file has a browser of its own. A part of each test is waiting, which one file more than cores fills.
    maxWorkers: 3,
  },
});
