import { formatDate } from '#lib/format/date.ts';
import { keepAsOf } from '#lib/state/as-of.ts';

/** What a reader needs to cite a page so that others find the same state of it. */
export interface Citation {
  readonly title: string;
  /** Identifies the record within the site: `2020-11-21-kabul-rockets`, `dawn-2020-11-21/pak-condemns`. */
  readonly id: string;
  /** Address of the page without its origin, such as `/events/2020-11-21-kabul-rockets`. */
  readonly path: string;
  /** Where the site is: `https://example.org`. */
  readonly origin: string;
  /** EDTF; absent for everything that the ledger holds. */
  readonly asOf?: string | undefined;
  /** The day on which the page was read, `YYYY-MM-DD` in UTC. */
  readonly accessed: string;
  /** The collection of records, and the SHA-256 of its state. */
  readonly dataset: string;
  readonly digest: string;
}

/** Who publishes what is cited: the ledger has no author. */
export const PUBLISHER = 'Counterclaim';

/** The address that leads back to the same record, as of the same date. */
export const permalink = ({ origin, path, asOf }: Pick<Citation, 'origin' | 'path' | 'asOf'>): string =>
  `${origin}${keepAsOf(path, asOf)}`;

/** Which state was read: the as-of date, and the ledger that it was derived from. */
export const stateNote = ({ asOf, accessed, dataset, digest }: Citation): string =>
  `As ${asOf === undefined ? `of ${accessed}` : `known by ${asOf}`}; ledger ${dataset}, sha256 ${digest}`;

/** A citation in running text. */
export function citationText(citation: Citation): string {
  const { title, asOf, accessed, dataset, digest } = citation;
  const state =
    asOf === undefined ? `As of ${formatDate(accessed, 'UTC')}.` : `As known by ${formatDate(asOf, 'UTC')}.`;
  const read = asOf === undefined ? '' : ` Read on ${formatDate(accessed, 'UTC')}.`;
  const stop = /[.?!]$/.test(title) ? '' : '.';
  return `${PUBLISHER}. “${title}${stop}” ${state}${read} Ledger ${dataset}, sha256 ${digest.slice(0, 16)}. ${permalink(citation)}`;
}

/** The name of a file that holds the citation, without its suffix. */
export const citationFileName = ({ id }: Pick<Citation, 'id'>): string =>
  `counterclaim-${id.replaceAll(/[^A-Za-z0-9-]+/g, '-')}`;
