import { backUpFile } from '@counterclaim/store';
import { ledgerOptions } from '../../ledger-store.ts';
import type { ExitCode, Output } from '../../output.ts';

/** Runs `backup`. */
export async function backUp(file: string, options: { readonly json?: true }, { out, err }: Output): Promise<ExitCode> {
  const { bytes, revision, datasets } = await backUpFile(ledgerOptions(process.env).path, file);
  if (options.json === true) {
    out(`${JSON.stringify({ file, bytes, revision, datasets }, null, 2)}\n`);
    return 0;
  }
  out(`${file}\n`);
  const held = datasets.map(({ id, events }) => `${id} (${events.toLocaleString('en')} events)`).join(', ');
  err(`${bytes.toLocaleString('en')} bytes, revision ${revision}: ${held || 'no dataset'}\n`);
  return 0;
}
