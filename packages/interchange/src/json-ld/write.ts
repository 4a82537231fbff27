import type { Ledger, Redirect } from '@counterclaim/domain';
import { actorNode } from './actor-node.ts';
import { claimNode } from './claim-node.ts';
import { CONTEXT } from './context.ts';
import { eventNode } from './event-node.ts';
import { type Iri, iris, type Node } from './node.ts';
import { placeNode } from './place-node.ts';
import { sourceNode } from './source-node.ts';
import { indexStatements } from './statement-index.ts';

export interface JsonLdOptions {
  /** Where the records are published; they are then named by their pages. Without it they are named by URN. */
  readonly base?: string | undefined;
  /** What the document is, as schema.org's Dataset. */
  readonly dataset?:
    | {
        readonly name: string;
        readonly description?: string | undefined;
        readonly version?: string | undefined;
        /** `YYYY-MM-DD`. */
        readonly published?: string | undefined;
        /** IRI of the licence. */
        readonly license?: string | undefined;
      }
    | undefined;
}

function datasetNode({ dataset, digest }: Ledger, described: JsonLdOptions['dataset'], iri: Iri): Node {
  return {
    '@id': iri('dataset', dataset),
    '@type': ['Dataset', 'Entity'],
    name: described?.name ?? dataset,
    description: described?.description,
    version: described?.version,
    datePublished: described?.published,
    license: described?.license,
    digest,
  };
}

/** An id that is no longer used, and what took its place. */
const redirectNode = ({ type, from, to, date, reason }: Redirect, iri: Iri): Node => ({
  '@id': iri(type, from),
  isReplacedBy: iri(type, to),
  date,
  description: reason,
});

function* nodesOf(ledger: Ledger, { base, dataset }: JsonLdOptions): Generator<Node> {
  const iri = iris(base);
  yield datasetNode(ledger, dataset, iri);
  for (const actor of ledger.actors) yield actorNode(actor, iri);
  for (const place of ledger.places) yield placeNode(place, iri);
  for (const source of ledger.sources) yield sourceNode(source, iri);
  for (const event of ledger.events) yield eventNode(event, iri);
  const index = indexStatements(ledger);
  for (const claim of ledger.claims) yield claimNode(claim, index, iri);
  for (const redirect of ledger.redirects) yield redirectNode(redirect, iri);
}

/** Nodes written at once. */
const NODES = 100;

/**
 * Writes a ledger as JSON-LD 1.1, one node a line: claims as schema.org's Claim with PROV between them and Web Annotations for
 * their passages, events, documents, actors and places as schema.org has them (docs/methodology.md, "How the terms map").
 * Nothing derived is in it, and no context has to be fetched.
 *
 * @throws TypeError when the base is no absolute IRI.
 */
export function* writeJsonLd(ledger: Ledger, options: JsonLdOptions = {}): Generator<string, void, undefined> {
  let text = `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
  let separator = '\n';
  let count = 0;
  for (const node of nodesOf(ledger, options)) {
    text += separator + JSON.stringify(node);
    separator = ',\n';
    count += 1;
    if (count % NODES !== 0) continue;
    yield text;
    text = '';
  }
  yield `${text}\n]}\n`;
}
