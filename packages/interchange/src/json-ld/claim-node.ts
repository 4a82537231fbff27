import type { Claim, Passage } from '@counterclaim/domain';
import { agent, assertionNode } from './assertion.ts';
import { editorialOf, type Iri, type Node } from './node.ts';
import type { StatementIndex } from './statement-index.ts';

/**
 * Where a claim stands, as a Web Annotation of its document: a paragraph of the normalised text, refined by code points within
 * it (TextPositionSelector), and the digest of the words there.
 */
const passageNode = (
  { paragraph, start, end, sha256 }: Passage,
  claim: string,
  source: string,
  number: number,
): Node => ({
  '@id': `${claim}#passage-${number}`,
  '@type': 'Annotation',
  hasTarget: {
    '@type': 'SpecificResource',
    hasSource: source,
    hasSelector: {
      '@type': 'ParagraphSelector',
      paragraph,
      refinedBy: { '@type': 'TextPositionSelector', start, end },
    },
    sha256,
  },
});

/** A claim as schema.org's Claim and PROV's Entity. */
export function claimNode(claim: Claim, index: StatementIndex, iri: Iri): Node {
  const id = iri('claim', claim.id);
  const source = iri('source', claim.source);
  const { relations = {}, evidence } = claim;
  const claimsOf = (ids: readonly string[] | undefined): string[] | undefined =>
    ids?.map((other) => iri('claim', other));
  const isRoot = relations.repeats === undefined;
  const first = isRoot ? index.first(claim) : undefined;
  const author = agent(claim.claimant, iri);
  const editorial = editorialOf(id, claim);
  const invalidated = [
    ...((editorial['wasInvalidatedBy'] as readonly unknown[] | undefined) ?? []),
    ...index.retractedBy(claim.id).map((other) => `${iri('claim', other)}#retracting`),
  ];
  return {
    '@id': id,
    '@type': ['Claim', 'Entity'],
    text: claim.paraphrase,
    author,
    about: claim.about.map((event) => iri('event', event)),
    appearance: isRoot ? index.appearances(claim).map((document) => iri('source', document)) : [source],
    firstAppearance: first === undefined ? undefined : iri('source', first),
    wasQuotedFrom: source,
    via: claim.via?.map((actor) => iri('actor', actor)),
    channel: claim.channel,
    wire: claim.wire === undefined ? undefined : iri('actor', claim.wire),
    said: claim.said,
    hedge: claim.hedge,
    modality: claim.modality,
    basis: claim.basis,
    asserts: assertionNode(claim.body, iri),
    passage:
      'passages' in evidence
        ? evidence.passages.map((passage, at) => passageNode(passage, id, source, at + 1))
        : undefined,
    excerptOnly: 'excerpt' in evidence ? true : undefined,
    wasDerivedFrom: relations.repeats === undefined ? undefined : iri('claim', relations.repeats),
    wasRevisionOf: claimsOf(relations.supersedes),
    retracts: claimsOf(relations.retracts),
    wasGeneratedBy:
      relations.retracts === undefined
        ? undefined
        : {
            '@id': `${id}#retracting`,
            '@type': 'Activity',
            ...(typeof author === 'string' ? { wasAssociatedWith: author } : {}),
          },
    shareOf: relations.partOf === undefined ? undefined : iri('claim', relations.partOf),
    respondsTo: claimsOf(relations.respondsTo),
    ...editorial,
    ...(invalidated.length === 0 ? {} : { wasInvalidatedBy: invalidated }),
  };
}
