import { capitalise } from '#lib/format/capitalise.ts';
import { formatDate } from '#lib/format/date.ts';
import { keepAsOf } from '#lib/state/as-of.ts';

/** A collection of records in the state that was read. */
export interface CitedLedger {
  readonly dataset: string;
  /** SHA-256 of its state. */
  readonly digest: string;
  /** The version of the release that has this state; absent where none has. */
  readonly release?: string | undefined;
}

/** What a reader needs to cite a page so that others find the same state of it. */
export interface Citation {
  readonly title: string;
  /** Identifies the page within the site: `2020-11-21-kabul-rockets`, `dawn-2020-11-21/pak-condemns`; a view by what it shows. */
  readonly id: string;
  /** Address of the page without its origin and its as-of date, such as `/events/2020-11-21-kabul-rockets`; of a view with its query. */
  readonly path: string;
  /** Where the site is: `https://example.org`. */
  readonly origin: string;
  /** EDTF; absent for everything that the ledger holds. */
  readonly asOf?: string | undefined;
  /** The day on which the page was read, `YYYY-MM-DD` in UTC. */
  readonly accessed: string;
  /** The collections of records that were read: of a record its own, of a view all of them. */
  readonly ledgers: readonly CitedLedger[];
  /** That the ledger took the record back: whoever cites it must say so. */
  readonly retracted?: { readonly date: string; readonly reason: string } | undefined;
}

/** Who publishes what is cited: the ledger has no author. */
export const PUBLISHER = 'Counterclaim';

/** The address that leads back to the same record, as of the same date. */
export const permalink = ({ origin, path, asOf }: Pick<Citation, 'origin' | 'path' | 'asOf'>): string =>
  `${origin}${keepAsOf(path, asOf)}`;

/** The ledgers that were read: of a release its version, and as many digits of the digest as are asked for. */
const ledgersOf = (ledgers: readonly CitedLedger[], digits?: number): string =>
  ledgers
    .map(({ dataset, digest, release }) =>
      [
        `ledger ${dataset}`,
        ...(release === undefined ? [] : [`release ${release}`]),
        `sha256 ${digest.slice(0, digits)}`,
      ].join(', '),
    )
    .join('; ');

/** Which state was read: the as-of date, and the ledger that it was derived from; and that the record was taken back. */
export function stateNote(citation: Citation): string {
  const { asOf, accessed, ledgers, retracted } = citation;
  const state = `As ${asOf === undefined ? `of ${accessed}` : `known by ${asOf}`}; ${ledgersOf(ledgers)}`;
  return retracted === undefined ? state : `Retracted by the ledger on ${retracted.date}: ${retracted.reason} ${state}`;
}

/** Digits of a digest that running text has room for. */
const SHORT_DIGEST = 16;

/** A citation in running text, without the address. */
export function citationStatement(citation: Citation): string {
  const { title, asOf, accessed, ledgers, retracted } = citation;
  const state =
    asOf === undefined ? `As of ${formatDate(accessed, 'UTC')}.` : `As known by ${formatDate(asOf, 'UTC')}.`;
  const read = asOf === undefined ? '' : ` Read on ${formatDate(accessed, 'UTC')}.`;
  const stop = /[.?!]$/.test(title) ? '' : '.';
  const taken = retracted === undefined ? '' : ` Retracted by the ledger on ${formatDate(retracted.date, 'UTC')}.`;
  return `${PUBLISHER}. “${title}${stop}”${taken} ${state}${read} ${capitalise(ledgersOf(ledgers, SHORT_DIGEST))}.`;
}

/** A citation in running text. */
export const citationText = (citation: Citation): string => `${citationStatement(citation)} ${permalink(citation)}`;

/** File systems take no name of more than 255 bytes. */
const LONGEST_NAME = 200;

/** The name of a file that holds the citation, without its suffix. */
export const citationFileName = ({ id }: Pick<Citation, 'id'>): string =>
  `counterclaim-${id.replaceAll(/[^A-Za-z0-9-]+/g, '-').slice(0, LONGEST_NAME)}`;
