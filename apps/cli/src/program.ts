import { Command, CommanderError } from 'commander';
import { addBackup } from './commands/backup/backup.ts';
import { addCheck } from './commands/check/check.ts';
import { addCorrect } from './commands/correct/correct.ts';
import { addDatasets } from './commands/datasets/datasets.ts';
import { addDiff } from './commands/diff/diff.ts';
import { addExplain } from './commands/explain/explain.ts';
import { addExport } from './commands/export/export.ts';
import { addFmt } from './commands/fmt/fmt.ts';
import { addImport } from './commands/import/import.ts';
import { addNew } from './commands/new/new.ts';
import { addPassage } from './commands/passage/passage.ts';
import { addRelease } from './commands/release/release.ts';
import { addRemove } from './commands/remove/remove.ts';
import { addRename } from './commands/rename/rename.ts';
import { addRetract } from './commands/retract/retract.ts';
import { addVerify } from './commands/verify/verify.ts';
import type { ExitCode, Output } from './output.ts';

/**
 * Runs `counterclaim`: one subcommand a file, added here.
 *
 * @param words The words after the command's name.
 * @returns The code to exit with.
 */
export async function run(words: readonly string[], output: Output): Promise<ExitCode> {
  let code: ExitCode = 0;
  const finish = (ended: ExitCode): void => {
    code = ended;
  };
  const program = new Command('counterclaim')
    .description(
      'Make, correct, check, verify, explain, compare and release the records; bring other datasets beside them.',
    )
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err });
  const commands = [addNew, addCorrect, addRetract, addRename, addCheck, addFmt, addVerify, addPassage, addExplain];
  for (const add of [...commands, addDiff, addRelease, addImport, addExport, addDatasets, addRemove, addBackup])
    add(program, output, finish);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    output.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  return code;
}
