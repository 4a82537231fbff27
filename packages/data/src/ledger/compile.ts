import { canonicalJson, type Claim, claimIdOf, type Ledger, type Redirect, type Source } from '@counterclaim/domain';
import type { SourceRecord } from '../schema/record.ts';
import { sha256 } from '../sha256.ts';
import type { CheckedRecords } from './checked-records.ts';

/** The dataset that the curated records are. */
export const CURATED = 'curated';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const byOldId = (a: Redirect, b: Redirect): number =>
  a.type === b.type ? (a.from < b.from ? -1 : 1) : a.type < b.type ? -1 : 1;

/** A source's file as the document and the claims made in it, with their ids and what goes without saying. */
function unfold({ claims, ...source }: SourceRecord): { source: Source; claims: Claim[] } {
  return {
    source,
    claims: claims.map(({ slug, modality = 'asserted', ...claim }) => ({
      ...claim,
      id: claimIdOf(source.id, slug),
      source: source.id,
      modality,
    })),
  };
}

type Contents = Omit<Ledger, 'dataset' | 'digest'>;

/**
 * The digest of a ledger: the SHA-256 of the canonical JSON of actors, places, events, sources, claims and redirects. It
 * tells contents apart, not collections: the dataset's name is no part of it.
 */
export const ledgerDigest = ({ actors, places, events, sources, claims, redirects }: Contents): string =>
  sha256(canonicalJson({ actors, places, events, sources, claims, redirects }));

/**
 * Freezes checked records as a ledger. Equal records give equal ledgers whatever the order of their files and
 * keys: lists are sorted by id.
 */
export function compile(records: CheckedRecords): Ledger {
  const sources = records.sources.map(unfold);
  const contents = {
    actors: [...records.actors].sort(byId),
    places: [...records.places].sort(byId),
    events: [...records.events].sort(byId),
    sources: sources.map(({ source }) => source).sort(byId),
    claims: sources.flatMap(({ claims }) => claims).sort(byId),
    redirects: [...records.redirects].sort(byOldId),
  };
  return { dataset: CURATED, digest: ledgerDigest(contents), ...contents };
}
