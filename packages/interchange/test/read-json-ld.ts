import jsonld from 'jsonld';

export interface Term {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  readonly value: string;
  readonly datatype?: Term;
  readonly language?: string;
}
export interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

const noNetwork = (url: string): never => {
  throw new Error(`${url} would have to be fetched`);
};

/**
 * The RDF of a JSON-LD document, by the reference processor in safe mode: it refuses whatever it would have to drop, such as a
 * key without a meaning or an id that is no absolute IRI. Nothing is fetched.
 */
export async function quadsOf(text: string): Promise<Quad[]> {
  // `safe` came after the types.
  const options = { safe: true, documentLoader: noNetwork } as object;
  return (await jsonld.toRDF(JSON.parse(text) as object, options)) as unknown as Quad[];
}

/** The objects of all triples of a subject and a predicate, as texts, sorted. */
export const objectsOf = (quads: readonly Quad[], subject: string, predicate: string): string[] =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object.value)
    .sort();

/** The subjects of all triples of a predicate and an object, sorted. */
export const subjectsOf = (quads: readonly Quad[], predicate: string, object: string): string[] =>
  quads
    .filter((quad) => quad.predicate.value === predicate && quad.object.value === object)
    .map(({ subject }) => subject.value)
    .sort();
