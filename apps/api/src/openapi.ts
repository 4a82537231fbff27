import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Environment } from './http/environment.ts';
import { PROBLEMS, type ProblemName, problemType } from './http/problem-types.ts';

const DESCRIPTION = `Who said what about an attack, and what follows from it: claims, and the assessments derived from them.

**Lists** are \`{items, cursor?}\`. Give \`cursor\` back with the same filters for the next page; it is absent on the last one and survives a new release. \`/facets\` counts.

**Values** that may be several are joined by a tilde, \`a~b\`, and mean any of them. Ranges are \`a..b\`, both ends included, either end may be left open. Different filters must all hold. Unknown parameters are refused, and so is one that is given twice.

**As of**: with \`asOf\` everything is answered as it was known then, filters and derived values included.

**Caching**: every answer has an \`ETag\` that changes with the ledger or the software. Send it back as \`If-None-Match\` and the answer is 304 while nothing has changed.

**Formats**: JSON; CSV and GeoJSON by suffix or \`Accept\`, always the complete set that the filters leave; changes also as an Atom feed.

**Changed records**: what was corrected says so in \`corrections\`. What was retracted is in no list and counts for nothing, but stays at its address, with \`retracted\`. An id that was changed answers 308 and leads to the new one, wherever it stands in an address; filters find by it what has the id now.

**Problems** are \`application/problem+json\` (RFC 9457). Their types never change:

${Object.entries(PROBLEMS)
  .map(([name, { status, meaning }]) => `- \`${problemType(name as ProblemName)}\` (${status}): ${meaning}`)
  .join('\n')}`;

/** The API's description in OpenAPI 3.1, made from the schemas that parse its parameters. */
export function openApiDocument(routes: OpenAPIHono<Environment>): object {
  return routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Counterclaim',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: '/', description: 'The server that gave you this document.' }],
    tags: [
      { name: 'Events', description: 'What claims are about, and what is derived of it.' },
      { name: 'Claims', description: 'One assertion by one claimant, as reported in one document.' },
      { name: 'Sources', description: 'Documents.' },
      { name: 'Actors', description: 'States, bodies, groups, office-holders and publications.' },
      { name: 'Places', description: 'Where things happened, with the precision at which that is known.' },
      { name: 'Changes', description: 'What the ledger corrected, retracted and renamed, and why.' },
      { name: 'Service', description: 'What is served, by which rules and which software.' },
    ],
  });
}
