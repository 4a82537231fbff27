import { heldText } from '../document/held-text.ts';
import { hintFor } from '../layout/hint.ts';
import type { Records } from '../reading/records.ts';
import { sourceId } from './derived-id.ts';
import { type Named, type Refusal, scaffold, type Scaffolded } from './scaffold.ts';

/** What a source is to say; the rest is derived from it and from the records. */
export interface NewSource {
  readonly id?: string | undefined;
  readonly title: string;
  readonly publisher: string;
  readonly wire?: string | undefined;
  readonly url?: string | undefined;
  /** EDTF. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly kind?: string | undefined;
  /** The event of which it tells, for the claim that is shown as an example. */
  readonly about?: string | undefined;
  /** The whole document as it was received, where somebody holds it: only its digest is kept. */
  readonly text?: string | undefined;
}

/** The language in which a publisher's other documents are, where it is one. */
function languageOf(records: Records, publisher: string): string | undefined {
  const languages = new Set(
    records
      .of('sources')
      .flatMap((source) => (source.get('publisher').text === publisher ? (source.get('language').text ?? []) : [])),
  );
  return languages.size === 1 ? [...languages][0] : undefined;
}

/** Whether the document is recorded already: by its text, which a publisher prints once. */
function recorded(records: Records, publisher: string, textDigest: string | undefined): Refusal[] {
  const same = records
    .of('sources')
    .find(
      (source) =>
        textDigest !== undefined &&
        source.get('textDigest').text === textDigest &&
        source.get('publisher').text === publisher,
    );
  if (same === undefined) return [];
  return [{ field: 'textDigest', what: `the text is that of ${same.file.file}`, remedy: 'put its claims there' }];
}

const exampleClaim = (about: string | undefined, publisher: string, passages: boolean): string[] => [
  'claims:',
  '  - slug: what-it-says',
  `    about: [${about ?? '<event>'}]`,
  `    claimant: ${publisher}`,
  passages ? '    evidence: <what counterclaim passage prints>' : '    evidence: { excerpt: true }',
  '    paraphrase: One neutral sentence of ours.',
  '    body:',
  '      kind: casualties',
  '      outcome: killed',
  '      persons: all',
  '      quantity: { bound: at-least, value: 1 }',
];

/** Makes a source without claims; see `scaffold`. Its language, where none is given, is that of its publisher's others. */
export function newSource(records: Records, wanted: NewSource, schemas: string): Scaffolded {
  const { title, publisher, wire, url, published, kind = 'article', about, text } = wanted;
  const textDigest = text === undefined ? undefined : heldText(text).digest;
  const named: Named[] = [{ field: 'publisher', folder: 'actors', id: publisher }];
  if (wire !== undefined) named.push({ field: 'wire', folder: 'actors', id: wire });
  if (about !== undefined) named.push({ field: 'about', folder: 'events', id: about });
  return scaffold(records, {
    folder: 'sources',
    id: wanted.id,
    derivedId: sourceId(wanted),
    numbered: true,
    value: {
      title,
      publisher,
      wire,
      url,
      published,
      language: wanted.language ?? languageOf(records, publisher),
      kind,
      textDigest,
      claims: [],
    },
    named,
    against: recorded(records, publisher, textDigest),
    hints: (id) => [
      ...hintFor('wire', 'the agency whose text it is in the main'),
      ...hintFor('url', 'where it can be read: wanted where only an excerpt was seen, never a link to propaganda'),
      ...hintFor('published', "the day or month on which it was published, such as '2020-11-21'"),
      ...hintFor('textDigest', `where you hold the whole text: counterclaim passage ${id} --sources <dir> prints it`),
      ...hintFor(
        'claims',
        'every statement that has a claimant, in the order of the document; instead of the empty list:',
        exampleClaim(about, publisher, textDigest !== undefined),
      ),
    ],
    schemas,
  });
}
