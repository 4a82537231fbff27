import type { TestProject } from 'vitest/node';
import { browserExecutable } from './browser.ts';
import { startDoctored } from './doctored.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built dashboard listens during this run: `http://127.0.0.1:PORT`. */
    origin: string;
    /** One with records that have a past: where it listens, and how many changes they tell of. */
    doctored: { readonly origin: string; readonly changes: number };
  }
}

/** Once a run: unpacks the browser before any test needs it, and starts the built servers that all tests share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await browserExecutable(); // first: a browser that is missing must not leave a server behind
  const server = await startServer();
  const doctored = await startDoctored().catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  project.provide('origin', server.origin);
  project.provide('doctored', { origin: doctored.origin, changes: doctored.changes });
  return async () => {
    await server.stop();
    await doctored.stop();
  };
}
