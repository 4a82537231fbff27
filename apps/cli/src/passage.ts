import { join } from 'node:path';
import { evidenceYaml, findPassages, type FoundPassage, textDigestOf } from '@counterclaim/data';
import { normaliseText, paragraphsOf } from '@counterclaim/domain';
import { type Command, InvalidArgumentError } from 'commander';
import { readDocument } from './document.ts';
import type { ExitCode, Output } from './output.ts';

interface PassageOptions {
  readonly sources: string;
  readonly find?: string;
  readonly to?: string;
  readonly nth?: number;
}

const place = ({ passage, before, text, after }: FoundPassage, number: number): string =>
  `${number}. paragraph ${passage.paragraph}, ${passage.start} to ${passage.end}: …${before}[${text.replace(/\s+/g, ' ')}]${after}…\n`;

function parseNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Count places from 1.');
  return Number(text);
}

/** Prints the evidence block of words in a document, or, without words, its digest and numbered paragraphs. */
function passage(source: string, options: PassageOptions, { out, err }: Output): ExitCode {
  const document = readDocument(options.sources, source);
  if (document === undefined) {
    err(`${join(options.sources, `${source}.txt`)} does not exist: save the document's text there, in UTF-8\n`);
    return 2;
  }
  if (options.find === undefined) {
    out(`textDigest: ${textDigestOf(document)}\n`);
    paragraphsOf(normaliseText(document)).forEach((paragraph, index) => {
      out(`\n[${index + 1}] ${paragraph}\n`);
    });
    return 0;
  }
  const found = findPassages(document, options.find, options.to);
  if (found.length === 0) {
    err(
      `${source}: the words were not found within one paragraph: take fewer words, or see the paragraphs by leaving out --find\n`,
    );
    return 1;
  }
  if (found.length > 1 && options.nth === undefined) {
    err(`${source}: the words stand in ${found.length} places: take more words, or choose one with --nth\n`);
    found.forEach((one, index) => {
      out(place(one, index + 1));
    });
    return 1;
  }
  const chosen = found[(options.nth ?? 1) - 1];
  if (chosen === undefined) {
    err(
      `${source}: there is no place ${options.nth}, the words stand in ${found.length}: choose 1 to ${found.length}\n`,
    );
    return 1;
  }
  err(place(chosen, options.nth ?? 1));
  out(evidenceYaml([chosen.passage]));
  return 0;
}

/** Adds `passage`. */
export function addPassage(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('passage')
    .summary('find words in a document and print the evidence block that names them')
    .description(
      'Find words in DIR/SOURCE.txt and print the evidence block of a claim: paragraph, code points and digest. ' +
        'Case, line breaks and the shape of quotation marks do not matter. Without --find, print the textDigest and the numbered paragraphs.',
    )
    .argument('<source>', 'id of the source: its text is DIR/SOURCE.txt')
    .requiredOption('--sources <dir>', 'folder of the documents')
    .option('--find <words>', 'the words of the passage, or its first ones')
    .option('--to <words>', 'the last words of the passage, where --find gives only the first')
    .option('--nth <n>', 'which place, from 1, when the words stand in several', parseNumber)
    .addHelpText(
      'after',
      `
Exit codes:
  0  the block was printed
  1  the words stand nowhere, or in several places and --nth chooses none
  2  the document cannot be read, or the command was misused

Examples:
  counterclaim passage harbour-news-2020-01-02 --sources ../shared/sources
  counterclaim passage harbour-news-2020-01-02 --sources ../shared/sources --find "three crates"
  counterclaim passage harbour-news-2020-01-02 --sources ../shared/sources --find "The office" --to "were moved" --nth 2`,
    )
    .action((source: string, options: PassageOptions) => {
      finish(passage(source, options, output));
    });
}
