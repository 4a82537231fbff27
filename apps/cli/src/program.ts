import { Command, CommanderError } from 'commander';
import { addCheck } from './check.ts';
import { addDiff } from './diff.ts';
import { addExplain } from './explain.ts';
import { addFmt } from './fmt.ts';
import { addNew } from './new.ts';
import type { ExitCode, Output } from './output.ts';
import { addPassage } from './passage.ts';
import { addRelease } from './release.ts';
import { addVerify } from './verify.ts';

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
    .description('Make, check, verify, explain, compare and release the records.')
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err });
  for (const add of [addNew, addCheck, addFmt, addVerify, addPassage, addExplain, addDiff, addRelease])
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
