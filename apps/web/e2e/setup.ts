import type { TestProject } from 'vitest/node';
import { browserExecutable } from './browser.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built dashboard listens during this run: `http://127.0.0.1:PORT`. */
    origin: string;
  }
}

/** Once a run: unpacks the browser before any test needs it, and starts the built server that all tests share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await browserExecutable(); // first: a browser that is missing must not leave a server behind
  const server = await startServer();
  project.provide('origin', server.origin);
  return async () => {
    await server.stop();
  };
}
