import type { Client } from '@counterclaim/api/client';
import { error } from '@sveltejs/kit';
import { formatBibtex } from '#lib/citation/bibtex.ts';
import { type Citation, citationFileName } from '#lib/citation/citation.ts';
import { formatRis } from '#lib/citation/ris.ts';
import { type CitationWording, wordCitation } from '#lib/citation/wording.ts';

/** What a page knows of what it shows. */
export interface Cited extends Pick<Citation, 'title' | 'id' | 'path' | 'asOf' | 'retracted'> {
  /** The dataset of a record; absent for a view, which may show records of all. */
  readonly dataset?: string;
}

/** Completes a citation with the state of the ledgers and the releases that have it, the address of the site and today's date. */
async function citationOf({ dataset, ...cited }: Cited, api: Client, url: URL): Promise<Citation> {
  const [{ datasets }, { items: releases }] = await Promise.all([api.release(), api.releases()]);
  const read = datasets.filter(({ id }) => dataset === undefined || id === dataset);
  const ledgers = read.map(({ id, digest }) => ({
    dataset: id,
    digest,
    release: releases.find((listed) => listed.digest === digest)?.version,
  }));
  return { ...cited, origin: url.origin, accessed: new Date().toISOString().slice(0, 10), ledgers };
}

/** A citation as a page shows it. */
export const cite = async (cited: Cited, api: Client, url: URL): Promise<CitationWording> =>
  wordCitation(await citationOf(cited, api, url));

const FORMATS: Readonly<Record<string, { readonly type: string; readonly write: (citation: Citation) => string }>> = {
  bib: { type: 'application/x-bibtex', write: formatBibtex },
  ris: { type: 'application/x-research-info-systems', write: formatRis },
};

/** A citation as a file to download. Throws 404 for a format that is neither `bib` nor `ris`. */
export async function citationFile(format: string, cited: Cited, api: Client, url: URL): Promise<Response> {
  const found = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (found === undefined) error(404, `Citations come as cite.bib and cite.ris, not as cite.${format}.`);
  const citation = await citationOf(cited, api, url);
  return new Response(found.write(citation), {
    headers: {
      'content-type': `${found.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${citationFileName(citation)}.${format}"`,
    },
  });
}
