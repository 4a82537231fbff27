import { databasePath } from '@counterclaim/api';
import { backUpFile } from '@counterclaim/store';
import type { ExitCode, Output } from '../../output.ts';

/** Runs `backup`. */
export async function backUp(file: string, options: { readonly json?: true }, { out, err }: Output): Promise<ExitCode> {
  if (process.env['DATABASE_URL']) {
    throw new Error(
      'the ledger is in PostgreSQL (DATABASE_URL): copy it with pg_dump, as docs/operations.md says, or unset that to copy the file',
    );
  }
  const { bytes, revision, datasets } = await backUpFile(databasePath(process.env), file);
  if (options.json === true) {
    out(`${JSON.stringify({ file, bytes, revision, datasets }, null, 2)}\n`);
    return 0;
  }
  out(`${file}\n`);
  const held = datasets.map(({ id, events }) => `${id} (${events.toLocaleString('en')} events)`).join(', ');
  err(`${bytes.toLocaleString('en')} bytes, revision ${revision}: ${held || 'no dataset'}\n`);
  return 0;
}
