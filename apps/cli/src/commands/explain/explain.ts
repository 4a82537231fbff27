import {
  assess,
  type Assessment,
  dossierOf,
  type EventId,
  indexLedger,
  type Instant,
  type Ledger,
  parseAsOf,
  type Redirect,
  redirectOf,
} from '@counterclaim/domain';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { orNear } from '../../near.ts';
import type { ExitCode, Output } from '../../output.ts';
import { draftOf } from '../../state/draft.ts';
import { readLedgerJson } from '../../state/ledger-json.ts';
import { explanation } from './explanation.ts';

interface ExplainOptions {
  readonly asOf?: Instant;
  readonly question?: string;
  readonly records?: string;
  readonly ledger?: string;
  readonly json?: true;
}

function asOfOption(text: string): Instant {
  const instant = parseAsOf(text);
  if (!instant.ok) throw new InvalidArgumentError(`${instant.error}.`);
  return instant.value;
}

/** The event of an id, or of the beginning of one that no other has, and the redirect that leads to it where it bore another. */
function findEvent(ledger: Ledger, id: string): { id: EventId; redirect: Redirect | null } | undefined {
  const has = (wanted: string) => ledger.events.find((event) => event.id === wanted)?.id;
  const own = has(id);
  if (own !== undefined) return { id: own, redirect: null };
  const redirect = redirectOf(ledger.redirects, 'event', id);
  const to = redirect === undefined ? undefined : has(redirect.to);
  if (to !== undefined) return { id: to, redirect: redirect ?? null };
  const [begun, another] = ledger.events.filter((event) => id !== '' && event.id.startsWith(id));
  return begun === undefined || another !== undefined ? undefined : { id: begun.id, redirect: null };
}

/** Only one question of an assessment, where one is wanted. */
const narrowed = (assessment: Assessment, key: string | undefined): Assessment =>
  key === undefined
    ? assessment
    : { ...assessment, questions: assessment.questions.filter((found) => found.key === key) };

function explain(wanted: string, options: ExplainOptions, { out, err, terminal }: Output): ExitCode {
  const { question, asOf } = options;
  const ledger = options.ledger === undefined ? draftOf(options.records) : readLedgerJson(options.ledger);
  const found = findEvent(ledger, wanted);
  const dossier = found === undefined ? undefined : dossierOf(indexLedger(ledger), found.id);
  if (found === undefined || dossier === undefined) {
    err(
      `no event has the id ${wanted}${orNear(
        wanted,
        ledger.events.map(({ id }) => id),
      )}\n`,
    );
    return 1;
  }
  const assessment = assess(dossier, { asOf });
  const keys = assessment.questions.map(({ key }) => key);
  if (question !== undefined && !keys.includes(question)) {
    const all = keys.length === 0 ? 'nothing is answered' : `answered are ${keys.join(', ')}`;
    err(`${found.id} has no answer to ${question}${orNear(question, keys) || `: ${all}`}\n`);
    return 1;
  }
  if (found.redirect === null && found.id !== wanted) err(`${wanted} is the beginning of ${found.id} alone\n`);
  if (options.json === true) {
    const answer = { event: dossier.event, redirect: found.redirect, assessment: narrowed(assessment, question) };
    out(`${JSON.stringify(answer, null, 2)}\n`);
    return 0;
  }
  if (found.redirect !== null) {
    const { date, reason } = found.redirect;
    err(`${wanted} is ${found.id} since ${date}: ${reason}\n`);
  }
  out(explanation(dossier, assessment, question, terminal));
  return 0;
}

/** Adds `explain`. */
export function addExplain(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('explain')
    .summary('tell what is derived of an event, and from which claims by which rules')
    .description(
      'Print the assessment of an event in words: who did it by whose word; each question with its agreement, range and positions; ' +
        'for each position its answers, its course, its past, its origins and its claims; sums of parts; claims that count for nothing ' +
        'yet; and for every value the rules (rule@version, as in docs/methodology.md) and, by their numbers, the claims it comes from. ' +
        'The records are taken as they stand, also before they pass the check.',
    )
    .argument('<event>', 'id of the event, one that it bore before, or the beginning of an id that no other event has')
    .option(
      '--as-of <date>',
      'as was known at the end of a day, month or year in UTC, or at a time with an offset (EDTF)',
      asOfOption,
    )
    .option('--question <key>', 'only the question with this key, such as casualties:killed:all')
    .addOption(
      new Option('--records <dir>', 'folder of the records, the curated ones unless named').conflicts('ledger'),
    )
    .option('--ledger <file>', 'ledger.json of a release, instead of records')
    .option('--json', 'print an object {event, redirect, assessment}')
    .addHelpText(
      'after',
      `
Exit codes:
  0  the event was explained
  1  there is no such event, or nothing answers the question; near ones are named
  2  the records or the ledger cannot be read, or the command was misused

Examples:
  counterclaim explain 2020-11-21-kabul-rockets
  counterclaim explain 2021-08-29
  counterclaim explain 2020-11-21-kabul-rockets --question casualties:killed:all
  counterclaim explain 2020-11-21-kabul-rockets --as-of 2020-11-21T12:00+04:30
  counterclaim explain 2020-11-21-kabul-rockets --ledger releases/2026.1/ledger.json
  counterclaim explain 2020-11-21-kabul-rockets --json | jq '.assessment.questions[] | {key, agreement, range}'`,
    )
    .action((event: string, options: ExplainOptions) => {
      finish(explain(event, options, output));
    });
}
