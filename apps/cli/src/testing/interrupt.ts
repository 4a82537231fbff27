/**
 * Loaded before a command (`node --import`), to interrupt it at its nth call that writes below a folder: INTERRUPT_IN, INTERRUPT_AT,
 * and INTERRUPT_BY, which is `kill` or the code of an error of the file system. Of what a killed call would have written, half is.
 * Whoever is not interrupted prints the number of those calls on standard error.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { INTERRUPT_IN: folder = '', INTERRUPT_AT: at = '', INTERRUPT_BY: by = '' } = process.env;
const writing = ['mkdirSync', 'writeFileSync', 'openSync', 'renameSync', 'rmSync'] as const;
let calls = 0;

for (const name of writing) {
  const original = fs[name] as (...given: unknown[]) => unknown;
  const interrupted = (...given: unknown[]): unknown => {
    const [path, content] = given;
    if (!String(path).startsWith(folder)) return original(...given);
    calls += 1;
    if (calls !== Number(at)) return original(...given);
    if (name === 'writeFileSync') original(path, Buffer.from(content as string).subarray(0, 100));
    if (by === 'kill') process.kill(process.pid, 'SIGKILL');
    throw Object.assign(new Error(`${by}: ${name}`), { code: by });
  };
  Object.assign(fs, { [name]: interrupted });
}
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`calls: ${calls}\n`));
