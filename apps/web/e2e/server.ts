import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** All that it printed so far. */
  readonly output: () => string;
  /** Asks it to shut down, and resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

/**
 * Starts the built dashboard with its API in a process of its own, on a free port of the loopback interface and with a
 * database of its own, which goes when it stops.
 * @param environment variables on top of the current ones, such as COUNTERCLAIM_…
 * @throws when it ends, or says nothing for 30 s, before it listens; the message holds what it printed
 */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: web,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      NODE_ENV: 'production',
      COUNTERCLAIM_DATA: folder,
      // Whatever the developer holds: tests bring texts of their own.
      COUNTERCLAIM_SOURCES: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server does not listen after 30 s.\n${output}`));
    }, 30_000);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const listening = /^Dashboard\s+(http:\/\/\S+?)\/$/m.exec(output)?.[1];
      if (listening === undefined) return;
      clearTimeout(timer);
      resolve(listening);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${String(code)} before it listened.\n${output}`));
    });
  });
  return {
    origin,
    output: () => output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
      const [code] = await ended;
      clearTimeout(force);
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}
