import { newSource, type NewSource } from '@counterclaim/data';
import { SOURCE_KINDS } from '@counterclaim/domain';
import type { Command } from 'commander';
import { readText } from '../../document.ts';
import type { ExitCode, Output } from '../../output.ts';
import { EXIT_CODES, makeRecord, type MakeOptions, withMakeOptions } from './make.ts';

type SourceOptions = MakeOptions & NewSource;

/** @throws Error when there is no such file, or it is no UTF-8. */
function textIn(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(`${file} cannot be read (${code}): name the file of the text`, { cause: error });
  }
}

/** Adds `new source`. */
export function addNewSource(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  withMakeOptions(
    program
      .command('source')
      .summary('one document, in which claims are made')
      .description(
        'Make the record of a document, without claims: its id is <publisher>-<date>, the wire between them; where that is ' +
          'taken, -2, -3 … follows. The language is that of the publisher’s other documents, where they have one. Of a text ' +
          'only the digest is kept.',
      )
      .requiredOption('--title <title>', 'ours: what the document tells, never its headline')
      .requiredOption('--publisher <actor>', 'who published it')
      .option('--wire <actor>', 'whose text it is in the main, where that is not the publisher')
      .option('--published <edtf>', 'when: 2020-11-21, 2020-11-21T08:40+04:30')
      .option('--url <url>', 'where it can be read')
      .option('--language <tag>', 'BCP 47: en, fa, ar')
      .option('--kind <kind>', SOURCE_KINDS.join(', '), 'article')
      .option('--text <file>', 'the whole document, in UTF-8: its digest becomes textDigest')
      .option('--about <event>', 'the event of which it tells, for the example of a claim'),
  )
    .addHelpText(
      'after',
      `${EXIT_CODES}

Examples:
  counterclaim new source --publisher dawn --published 2020-11-21 --language en --title "Rockets strike Kabul: two tolls"
  counterclaim new source --publisher dawn --wire afp --published 2020-11-21 --url https://example.org/a \\
    --title "Rockets strike Kabul: two tolls" --about 2020-11-21-kabul-rockets
  counterclaim new source --publisher dawn --published 2020-11-21 --title "Two tolls" --text ../texts/dawn.txt --dry-run`,
    )
    .action(({ text: file, ...options }: SourceOptions) => {
      const text = file === undefined ? undefined : textIn(file);
      const next = (id: string): string =>
        text === undefined
          ? 'write its claims, after the example in the file; then counterclaim fmt, and check'
          : `keep the text as <dir>/${id}.txt, and write its claims: counterclaim passage ${id} --sources <dir> --find "words" prints the evidence of each`;
      const make = { ...options, text };
      finish(makeRecord((records, schemas) => newSource(records, make, schemas), options, next, output));
    });
}
