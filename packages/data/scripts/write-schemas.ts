import { writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/schema/json-schema.ts';

// Generated, but committed: editors read them beside the records, and a reviewer sees what a change does to them.
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../schemas/${name}.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
