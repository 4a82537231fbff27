import { capitalise } from '#lib/format/capitalise.ts';
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
  /** The version of the release that has this state; absent where none has. */
  readonly release?: string | undefined;
  /** That the ledger took the record back: whoever cites it must say so. */
  readonly retracted?: { readonly date: string; readonly reason: string } | undefined;
}

/** Who publishes what is cited: the ledger has no author. */
export const PUBLISHER = 'Counterclaim';

/** The address that leads back to the same record, as of the same date. */
export const permalink = ({ origin, path, asOf }: Pick<Citation, 'origin' | 'path' | 'asOf'>): string =>
  `${origin}${keepAsOf(path, asOf)}`;

/** The ledger that was read: of a release its version. */
const ledgerOf = ({ dataset, release }: Pick<Citation, 'dataset' | 'release'>): string =>
  release === undefined ? `ledger ${dataset}` : `ledger ${dataset}, release ${release}`;

/** Which state was read: the as-of date, and the ledger that it was derived from; and that the record was taken back. */
export function stateNote(citation: Citation): string {
  const { asOf, accessed, digest, retracted } = citation;
  const state = `As ${asOf === undefined ? `of ${accessed}` : `known by ${asOf}`}; ${ledgerOf(citation)}, sha256 ${digest}`;
  return retracted === undefined ? state : `Retracted by the ledger on ${retracted.date}: ${retracted.reason} ${state}`;
}

/** A citation in running text. */
export function citationText(citation: Citation): string {
  const { title, asOf, accessed, digest, retracted } = citation;
  const state =
    asOf === undefined ? `As of ${formatDate(accessed, 'UTC')}.` : `As known by ${formatDate(asOf, 'UTC')}.`;
  const read = asOf === undefined ? '' : ` Read on ${formatDate(accessed, 'UTC')}.`;
  const stop = /[.?!]$/.test(title) ? '' : '.';
  const taken = retracted === undefined ? '' : ` Retracted by the ledger on ${formatDate(retracted.date, 'UTC')}.`;
  return `${PUBLISHER}. “${title}${stop}”${taken} ${state}${read} ${capitalise(ledgerOf(citation))}, sha256 ${digest.slice(0, 16)}. ${permalink(citation)}`;
}

/** The name of a file that holds the citation, without its suffix. */
export const citationFileName = ({ id }: Pick<Citation, 'id'>): string =>
  `counterclaim-${id.replaceAll(/[^A-Za-z0-9-]+/g, '-')}`;
