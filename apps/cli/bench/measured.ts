/** What the parts of the measurement share: how a part is run in a process of its own, and how figures are printed. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a part tells when it is done. */
export interface Measured {
  readonly seconds: number;
  /** The most memory that its process took, in MiB. */
  readonly peak: number;
}

/** Ends a part that was run by `inItsOwnProcess`. */
export function tell(seconds: number): void {
  // In KiB, by the operating system's own account.
  process.send?.({ seconds, peak: process.resourceUsage().maxRSS / 1_024 } satisfies Measured);
}

/** Runs a file of this folder as a process, so that its memory is its own. */
export async function inItsOwnProcess(
  file: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...words], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...environment },
  });
  let measured: Measured | undefined;
  child.on('message', (message) => {
    measured = message as Measured;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (measured === undefined) throw new Error(`${file} ended with ${code ?? 'a signal'} and told nothing`);
  return measured;
}

/** The value below which so much of a list lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export const line = (what: string, figures: string): void => {
  console.log(`${what.padEnd(46)} ${figures}`);
};

export const milliseconds = (value: number): string =>
  value < 1 ? `${(value * 1_000).toFixed(0)} µs` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
