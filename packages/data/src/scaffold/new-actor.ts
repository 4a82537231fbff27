import { hintFor } from '../layout/hint.ts';
import type { Records } from '../reading/records.ts';
import { scaffold, type Scaffolded } from './scaffold.ts';
import { slugOf } from './slug.ts';

/** Another name of something, with its language where that is not English. */
export interface Alias {
  readonly name: string;
  readonly language?: string | undefined;
}

/** What an actor is to say. */
export interface NewActor {
  readonly id?: string | undefined;
  readonly name: string;
  readonly kind: string;
  readonly aliases?: readonly Alias[] | undefined;
  readonly partOf?: string | undefined;
  /** EDTF. */
  readonly from?: string | undefined;
  /** EDTF. */
  readonly until?: string | undefined;
  readonly refs?: Readonly<Record<string, string>> | undefined;
}

/** Makes an actor; see `scaffold`. */
export function newActor(records: Records, wanted: NewActor, schemas: string): Scaffolded {
  const { id, name, kind, aliases, partOf, from, until, refs } = wanted;
  return scaffold(records, {
    folder: 'actors',
    id,
    derivedId: slugOf(name.replace(/^the\s/i, '')),
    numbered: false,
    value: { name, aliases, kind, partOf, from, until, refs },
    named: partOf === undefined ? [] : [{ field: 'partOf', folder: 'actors', id: partOf }],
    hints: () => [
      ...hintFor('aliases', 'other names, by which it is found', [
        'aliases:',
        '  - { name: <name in its own script>, language: <its tag> }',
      ]),
      ...hintFor('partOf', 'the body for which it speaks, or the larger body'),
      ...hintFor('refs', 'its ids elsewhere', ['refs: { wikidata: Q1 }']),
    ],
    schemas,
  });
}
