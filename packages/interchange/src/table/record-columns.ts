import type { Actor, Editorial } from '@counterclaim/domain';
import type { Column } from '../column.ts';

/** When and why the ledger took a record back. A retracted record stays in its table, and counts for nothing. */
export const RETRACTION_COLUMNS = [
  {
    name: 'retracted',
    type: 'date',
    description:
      'When the ledger took the record back; empty for a record that stands. A retracted one counts for nothing.',
    value: ({ retracted }) => retracted?.date ?? null,
  },
  {
    name: 'retraction_reason',
    type: 'text',
    description: 'Why the ledger took it back.',
    value: ({ retracted }) => retracted?.reason ?? null,
  },
] as const satisfies readonly Column<Editorial>[];

/** Identifiers elsewhere. */
export const REFS_COLUMN = {
  name: 'refs',
  type: 'list',
  description: 'Identifiers of the same thing elsewhere: <registry>:<identifier>, such as wikidata:Q5838.',
  value: ({ refs }) =>
    refs === undefined
      ? null
      : Object.entries(refs)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([registry, identifier]) => `${registry}:${identifier}`),
} as const satisfies Column<Pick<Actor, 'refs'>>;

/** Other names, with the language of each. */
export const ALIAS_COLUMNS = [
  {
    name: 'aliases',
    type: 'list',
    description: 'Other names, as search terms.',
    value: ({ aliases }) => aliases?.map(({ name }) => name) ?? null,
  },
  {
    name: 'alias_languages',
    type: 'list',
    description: 'Language of each of these names (BCP 47), in the same order; und where none is noted.',
    value: ({ aliases }) => aliases?.map(({ language }) => language ?? 'und') ?? null,
  },
] as const satisfies readonly Column<Pick<Actor, 'aliases'>>[];
