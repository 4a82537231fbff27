import { z } from 'zod';
import { TYPE_OF } from './record-type.ts';
import { type Folder, recordSchemas } from './record.ts';
import { registerSchemas } from './register.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Named here to stand first. */
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** What an editor shows of a file as a whole. */
const ABOUT: Readonly<Record<string, { readonly title: string; readonly description: string }>> = {
  actor: {
    title: 'Actor',
    description:
      'A state, government body, armed group, organisation, office-holder or publication; never a private person.',
  },
  place: { title: 'Place', description: 'Somewhere that claims speak of, no closer than the documents give it.' },
  event: {
    title: 'Event',
    description: 'Something that claims are about. Who did it and how many died are claims, never part of the event.',
  },
  source: { title: 'Source', description: 'One document, and the claims made in it.' },
  redirects: { title: 'Redirects', description: 'Where ids lead that no record bears any more. Kept for good.' },
  assertions: {
    title: 'Assertions',
    description: 'What the records must hold at least, so that none is lost without being noticed.',
  },
  exceptions: { title: 'Exceptions', description: 'Records that break a rule for a reason.' },
};

/** What a schema asks of an address besides being one, which the library leaves out: its protocol. */
const withProtocol: NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override'] = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  if (!('format' in def) || def.format !== 'url' || !('protocol' in def)) return;
  jsonSchema.pattern = (def.protocol as RegExp).source.replace(/\$$/, ':');
};

/**
 * What the files of records look like, as JSON Schemas (draft 2020-12) by name, for editors: from the schemas by which
 * the check asks `shape`. What a JSON Schema cannot say, such as that a reference resolves, the check alone finds.
 */
export const jsonSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const records = Object.entries(recordSchemas).map(([folder, schema]) => [TYPE_OF[folder as Folder], schema] as const);
  return Object.fromEntries(
    [...records, ...Object.entries(registerSchemas)].map(([name, schema]) => [
      name,
      {
        $schema: DRAFT,
        ...ABOUT[name],
        ...z.toJSONSchema(schema, { target: 'draft-2020-12', override: withProtocol }),
      },
    ]),
  );
};
