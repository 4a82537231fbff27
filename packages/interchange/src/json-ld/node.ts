import type { Correction, Editorial, RecordType } from '@counterclaim/domain';

/** One node of the graph. A value that is `undefined` is not written. */
export type Node = Readonly<Record<string, unknown>>;

/** The IRI of a record. */
export type Iri = (type: RecordType | 'dataset', id: string) => string;

const COLLECTIONS: Readonly<Record<RecordType | 'dataset', string>> = {
  actor: 'actors',
  place: 'places',
  event: 'events',
  source: 'sources',
  claim: 'claims',
  dataset: 'datasets',
};

/**
 * Names records by IRIs.
 *
 * @param base Where the records are published, such as `https://example.org/`: a record is then named by its page. Without it
 *   by URN: `urn:counterclaim:event:…`.
 * @throws TypeError when the base is no absolute IRI.
 */
export function iris(base: string | undefined): Iri {
  if (base === undefined) return (type, id) => `urn:counterclaim:${type}:${id}`;
  const root = new URL(base.endsWith('/') ? base : `${base}/`).href;
  return (type, id) => `${root}${COLLECTIONS[type]}/${id}`;
}

const ISO = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

/** An EDTF date where it is an ISO 8601 date too, as schema.org wants them. */
export const isoDate = (edtf: string | undefined): string | undefined =>
  edtf !== undefined && ISO.test(edtf) ? edtf : undefined;

const correctionNode = ({ date, field, was, now, reason }: Correction): Node => ({
  '@type': 'CorrectionComment',
  date,
  text: reason,
  field,
  was,
  now,
});

/** What the ledger did to a record of its own: corrections, and its retraction as the activity that invalidated it. */
export function editorialOf(iri: string, { corrections, retracted }: Editorial): Node {
  return {
    correction: corrections?.map(correctionNode),
    ...(retracted === undefined
      ? {}
      : {
          wasInvalidatedBy: [
            {
              '@id': `${iri}#retraction`,
              '@type': ['Activity', 'Retraction'],
              date: retracted.date,
              description: retracted.reason,
            },
          ],
        }),
  };
}

/** Names of the same thing, each in its language where one is noted. */
export const alternateNames = (
  aliases: readonly { readonly name: string; readonly language?: string | undefined }[] | undefined,
): Node[] | undefined =>
  aliases?.map(({ name, language }) => ({
    '@value': name,
    ...(language === undefined ? {} : { '@language': language }),
  }));

/** Identifiers elsewhere; Wikidata's are IRIs of the same thing. */
export function referencesOf(refs: Readonly<Record<string, string>> | undefined): Node {
  if (refs === undefined) return {};
  const { wikidata, ...others } = refs;
  const identifiers = Object.entries(others)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([propertyID, value]) => ({ '@type': 'PropertyValue', propertyID, value }));
  return {
    sameAs: wikidata === undefined ? undefined : `http://www.wikidata.org/entity/${encodeURIComponent(wikidata)}`,
    identifier: identifiers.length === 0 ? undefined : identifiers,
  };
}
