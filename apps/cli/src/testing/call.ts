import { fileURLToPath } from 'node:url';
import { run } from '../program.ts';

/** A folder of the tests' own records or texts. */
export const fixture = (name: string): string => fileURLToPath(new URL(`../../test/${name}`, import.meta.url));

/** Calls `counterclaim` with words, and gives what it wrote and the code it ends with. */
export async function call(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await run(words, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
  });
  return { code, ...written };
}
