import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type ServerProcess = ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream };

/** Starts the API as a process of its own, on a free port of the loopback interface and, unless told otherwise, in memory. */
export function startProcess(environment: Record<string, string> = {}): ServerProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', COUNTERCLAIM_DATA: ':memory:', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The port at which a process listens, once it does. */
export async function portOf(child: ServerProcess): Promise<number> {
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(/:(\d+)\//.exec(printed.toString())?.[1]);
}

/** All that a stream brings until it ends. */
export async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** Starts a process that must refuse to start, and gives what it said and its code. */
export async function refusedStart(environment: Record<string, string>): Promise<{ said: string; code: number }> {
  const child = startProcess(environment);
  const [said, [code]] = await Promise.all([textOf(child.stderr), once(child, 'exit') as Promise<[number]>]);
  return { said, code };
}

/** Ends a process that may have ended by itself. */
export async function kill(child: ServerProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
