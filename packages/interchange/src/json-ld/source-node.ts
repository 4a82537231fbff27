import type { Source } from '@counterclaim/domain';
import { editorialOf, type Iri, isoDate, type Node } from './node.ts';

const TYPES: Readonly<Partial<Record<Source['kind'], string>>> = {
  article: 'Article',
  'wire-report': 'Article',
  post: 'SocialMediaPosting',
  report: 'Report',
  dataset: 'Dataset',
};

/** A document as schema.org's CreativeWork and PROV's Entity. Its title is our description, never the document's headline. */
export function sourceNode(source: Source, iri: Iri): Node {
  const id = iri('source', source.id);
  const type = TYPES[source.kind];
  return {
    '@id': id,
    '@type': ['CreativeWork', ...(type === undefined ? [] : [type]), 'Entity'],
    description: source.title,
    publisher: iri('actor', source.publisher),
    wire: source.wire === undefined ? undefined : iri('actor', source.wire),
    url: source.url,
    datePublished: isoDate(source.published),
    published: source.published,
    inLanguage: source.language,
    kind: source.kind,
    textSha256: source.textDigest,
    ...editorialOf(id, source),
  };
}
