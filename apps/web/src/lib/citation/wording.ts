import { formatDate } from '#lib/format/date.ts';
import { keepAsOf } from '#lib/state/as-of.ts';
import { formatBibtex } from './bibtex.ts';
import { type Citation, citationStatement, citationText, permalink } from './citation.ts';
import { releasePath } from './release.ts';

/** A citation in all its forms, worded by the server: a page needs none of the code that writes them. */
export interface CitationWording {
  readonly text: string;
  /** The text without the address. */
  readonly statement: string;
  readonly bibtex: string;
  readonly permalink: string;
  readonly ledgers: readonly {
    readonly dataset: string;
    readonly digest: string;
    /** The release that has this state, where one has. */
    readonly release: { readonly version: string; readonly path: string } | undefined;
  }[];
  /** The day on which the ledger took the record back, in words. */
  readonly retracted: string | undefined;
  /** Addresses of the files to download. */
  readonly files: { readonly bib: string; readonly ris: string };
}

/** Words a citation. */
export function wordCitation(citation: Citation): CitationWording {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(citation.path) ?? [];
  const file = (format: string): string => keepAsOf(`${path}/cite.${format}${query}`, citation.asOf);
  return {
    text: citationText(citation),
    statement: citationStatement(citation),
    bibtex: formatBibtex(citation).trimEnd(),
    permalink: permalink(citation),
    ledgers: citation.ledgers.map(({ dataset, digest, release }) => ({
      dataset,
      digest,
      release: release === undefined ? undefined : { version: release, path: releasePath(release) },
    })),
    retracted: citation.retracted && formatDate(citation.retracted.date, 'UTC'),
    files: { bib: file('bib'), ris: file('ris') },
  };
}
