import { anotherText, evidenceYaml, type HeldText, heldText, type Problem, type Records } from '@counterclaim/data';
import { isSourceId } from '@counterclaim/domain';
import type { Command } from 'commander';
import { documentFile, documentsIn, readDocument, requireSources, sourcesOption } from '../../document.ts';
import { orNear } from '../../near.ts';
import type { ExitCode, Output } from '../../output.ts';
import { openRecords, problemLines } from '../../records.ts';
import { explain, placeLine } from './place-words.ts';
import { inOrder, search } from './search.ts';
import { type Sought, SoughtReader } from './sought-words.ts';

interface PassageOptions {
  readonly sources: string;
  readonly records?: string;
  readonly json?: true;
}

/** Tells a curator whose document is no record yet, or has no digest in it, what to write. */
function adviseOnRecord(source: string, { digest }: HeldText, records: Records): string {
  const record = records.record('sources', source);
  if (record === undefined) {
    const same = records.of('sources').find((other) => other.get('textDigest').text === digest);
    const meant = same === undefined ? orNear(source, records.ids('sources')) : `; this is the text of ${same.file.id}`;
    return `${source} is not among the records yet${meant}\nits record takes textDigest: ${digest}\n`;
  }
  if (record.get('textDigest').exists) return '';
  return `${record.file.file} has no digest of the text: write textDigest: ${digest}\n`;
}

/** Says that a text is not there and, where the id is unknown, which ids the records and the folder have. */
function refuseMissing(source: string, folder: string, records: Records, { err }: Output): ExitCode {
  err(`${documentFile(folder, source)} does not exist: save the document's text there, in UTF-8\n`);
  if (records.has('sources', source)) return 2;
  const known = new Set([...records.ids('sources'), ...documentsIn(folder)]);
  err(`no source has the id ${source}${orNear(source, known)}\n`);
  return 2;
}

/** What is wrong with the record of a source, as far as it keeps a passage from being named. */
function problemsOf(
  source: string,
  held: HeldText,
  records: Records,
): { problems: readonly Problem[]; code: ExitCode } {
  const record = records.record('sources', source);
  if (record === undefined) return { problems: [], code: 0 };
  if (!record.file.readable) {
    return { problems: records.problems.filter(({ file }) => file === record.file.file), code: 2 };
  }
  const another = anotherText(record, held);
  return another === null ? { problems: [], code: 0 } : { problems: [another], code: 1 };
}

function passage(source: string, sought: readonly Sought[], options: PassageOptions, output: Output): ExitCode {
  const { out, err } = output;
  if (!isSourceId(source)) {
    err(
      `${source} is no id of a source: give it as in the records, without folder and ending, such as dawn-2020-11-21\n`,
    );
    return 2;
  }
  requireSources(options.sources);
  const records = openRecords(options.records);
  const text = readDocument(options.sources, source);
  if (text === undefined) return refuseMissing(source, options.sources, records, output);
  const held = heldText(text);
  const { problems, code } = problemsOf(source, held, records);
  const json = (answer: object): void => {
    if (options.json === true)
      out(`${JSON.stringify({ source, textDigest: held.digest, problems, ...answer }, null, 2)}\n`);
  };
  if (code !== 0) {
    json({});
    if (options.json !== true) out(problemLines(problems, records.folder));
    return code;
  }
  if (options.json !== true) err(adviseOnRecord(source, held, records));
  if (sought.length === 0) {
    json({ paragraphs: held.paragraphs });
    if (options.json === true) return 0;
    out(`textDigest: ${held.digest}\n`);
    held.paragraphs.forEach((paragraph, index) => {
      out(`\n[${index + 1}] ${paragraph}\n`);
    });
    return 0;
  }
  const searches = sought.map((words) => search(held, words));
  const chosen = searches.flatMap((found) => found.chosen ?? []);
  const complete = chosen.length === searches.length;
  const passages = inOrder(chosen.flatMap((place) => place.passages));
  json({
    searches: searches.map(({ sought: words, places, chosen: place, nearest }) => ({
      find: words,
      places,
      chosen: place === null ? null : places.indexOf(place) + 1,
      nearest,
    })),
    evidence: complete ? { passages } : null,
  });
  if (options.json === true) return complete ? 0 : 1;
  const file = documentFile(options.sources, source);
  for (const found of searches) {
    if (found.chosen === null) explain(found, held, file, output);
    else err(placeLine(found.chosen, file));
  }
  if (!complete) return 1;
  out(evidenceYaml(passages));
  return 0;
}

/** Adds `passage`. */
export function addPassage(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  const reader = new SoughtReader();
  program
    .command('passage')
    .summary('find words in a document and print the evidence block that names them')
    .description(
      'Find words in DIR/SOURCE.txt and print the evidence block of a claim: paragraph, code points and digest of each passage. ' +
        'Case, accents, line breaks, the shape of quotation marks and dashes and HTML entities do not matter; words that run from ' +
        'one paragraph into the next make several passages. A text that is not the one of the record (textDigest) is refused. ' +
        'Without --find, print the textDigest and the numbered paragraphs.',
    )
    .argument('<source>', 'id of the source: its text is DIR/SOURCE.txt; it need not be among the records yet')
    .addOption(sourcesOption())
    .option('--records <dir>', 'folder of the records, the curated ones unless named')
    .option(
      '--find <words>',
      'the words of the passage, or its first ones; repeated, each makes a passage',
      reader.find,
    )
    .option('--to <words>', 'the last words of the passage, where the --find before it gives only the first', reader.to)
    .option('--nth <n>', 'which place, from 1, when the words of the --find before it stand in several', reader.nth)
    .option(
      '--json',
      'print an object {source, textDigest, problems, searches, evidence}, or paragraphs without --find',
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0  the block was printed
  1  the words stand nowhere, or in several places and --nth chooses none, or the text is not the one of the record
  2  the document or its record cannot be read, or the command was misused

Examples:
  counterclaim passage harbour-news-2020-01-02 --sources ../texts
  counterclaim passage harbour-news-2020-01-02 --sources ../texts --find "three crates"
  counterclaim passage harbour-news-2020-01-02 --sources ../texts --find "The office" --to "were moved" --nth 2
  COUNTERCLAIM_SOURCES=../texts counterclaim passage harbour-news-2020-01-02 --find "three crates" --find "four more"
  counterclaim passage harbour-news-2020-01-02 --sources ../texts --find "three crates" --json | jq .evidence`,
    )
    .action((source: string, options: PassageOptions) => {
      finish(passage(source, reader.all, options, output));
    });
}
