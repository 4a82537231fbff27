import { type EventId, redirectOf } from '@counterclaim/domain';
import type { Command } from 'commander';
import { orNear } from '../../near.ts';
import type { ExitCode, Output } from '../../output.ts';
import { openState, type State, STATES } from '../../state/state.ts';
import { differenceOf, eventIds, isEmpty } from './difference.ts';
import { report } from './report.ts';

interface DiffOptions {
  readonly event?: string;
  readonly records?: string;
  readonly releases?: string;
  readonly json?: true;
}

/**
 * The id by which an event is known to the comparison.
 *
 * @throws Error when neither state has it.
 */
function wantedEvent(id: string, before: State, after: State): EventId {
  const led = redirectOf(after.ledger.redirects, 'event', id)?.to ?? id;
  const known = eventIds(before.ledger, after.ledger);
  const found = [...known].find((event) => event === led);
  if (found !== undefined) return found;
  throw new Error(`no event has the id ${id}${orNear(id, known)}`);
}

function diff(first: string, second: string | undefined, options: DiffOptions, { out, terminal }: Output): ExitCode {
  const before = openState(first, options);
  const after = openState(second, options);
  const event = options.event === undefined ? undefined : wantedEvent(options.event, before, after);
  const difference = differenceOf(before, after, event);
  const code = isEmpty(difference) ? 0 : 1;
  if (options.json === true) {
    const { before: digestBefore, after: digestAfter, ...differs } = difference.comparison;
    const answer = {
      before: { name: before.name, digest: digestBefore },
      after: { name: after.name, digest: digestAfter },
      ...differs,
      silentEdits: difference.silent,
    };
    out(`${JSON.stringify(answer, null, 2)}\n`);
    return code;
  }
  out(code === 0 ? `${before.name} → ${after.name}: no difference\n` : report(difference, terminal));
  return code;
}

/** Adds `diff`. */
export function addDiff(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('diff')
    .summary('tell what changed between two states of the records, and in what is derived from them')
    .description(
      `Hold two states of the records against each other. A state is ${STATES}; B is the records of the work tree unless named. ` +
        'Print a summary, what became of records by event and document, each changed value with its correction or marked as SILENT, ' +
        'and what follows for attribution, ranges, agreement and positions. A revision is read through git; the work tree stays as it is.',
    )
    .argument('<a>', 'the earlier state')
    .argument('[b]', 'the later state, the records of the work tree unless named')
    .option('--event <id>', 'only what has to do with this event')
    .option('--records <dir>', 'folder of the records of the work tree, the curated ones unless named')
    .option('--releases <dir>', 'folder of the releases, that of this checkout unless named')
    .option(
      '--json',
      'print an object {before, after, added, removed, changed, retracted, redirects, assessments, silentEdits}',
    )
    .addHelpText(
      'after',
      `
Exit codes, as of diff(1):
  0  no difference
  1  they differ
  2  a state cannot be read, there is no such event, or the command was misused

Examples:
  counterclaim diff git:HEAD
  counterclaim diff 2026.1
  counterclaim diff 2026.1 2026.2
  counterclaim diff git:main~5 git:main --event 2020-11-21-kabul-rockets
  counterclaim diff 2026.1 --json | jq '.silentEdits'`,
    )
    .action((before: string, after: string | undefined, options: DiffOptions) => {
      finish(diff(before, after, options, output));
    });
}
