import { formatDate } from '#lib/format/date.ts';
import { keepAsOf } from '#lib/state/as-of.ts';
import { formatBibtex } from './bibtex.ts';
import { type Citation, citationText, permalink } from './citation.ts';
import { releasePath } from './release.ts';

/** A citation in all its forms, worded by the server: a page needs none of the code that writes them. */
export interface CitationWording {
  readonly text: string;
  readonly bibtex: string;
  readonly permalink: string;
  readonly dataset: string;
  readonly digest: string;
  /** The release that has this state, where one has. */
  readonly release: { readonly version: string; readonly path: string } | undefined;
  /** The day on which the ledger took the record back, in words. */
  readonly retracted: string | undefined;
  /** Addresses of the files to download. */
  readonly files: { readonly bib: string; readonly ris: string };
}

/** Words a citation. */
export function wordCitation(citation: Citation): CitationWording {
  const file = (format: string): string => keepAsOf(`${citation.path}/cite.${format}`, citation.asOf);
  return {
    text: citationText(citation),
    bibtex: formatBibtex(citation).trimEnd(),
    permalink: permalink(citation),
    dataset: citation.dataset,
    digest: citation.digest,
    release:
      citation.release === undefined ? undefined : { version: citation.release, path: releasePath(citation.release) },
    retracted: citation.retracted && formatDate(citation.retracted.date, 'UTC'),
    files: { bib: file('bib'), ris: file('ris') },
  };
}
