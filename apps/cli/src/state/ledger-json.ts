import { readFileSync } from 'node:fs';
import { type Ledger, ledgerSchema } from '@counterclaim/domain';

/**
 * Reads a ledger from a JSON file, as a release holds it.
 *
 * @throws Error, naming the file and what to do, when there is none, or it holds something else.
 */
export function readLedgerJson(file: string): Ledger {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? String(error)})`;
    throw new Error(`${file} ${what}: name a ledger, such as that of a release`, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON (${(error as Error).message}): name a ledger.json`, { cause: error });
  }
  const parsed = ledgerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
  const where = path.length === 0 ? '' : `${path.map(String).join('.')}: `;
  throw new Error(`${file} is no ledger that this version reads (${where}${message}): name a ledger.json`);
}
