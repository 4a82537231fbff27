import type { Source } from '@counterclaim/domain';
import { RETRACTION_COLUMNS } from './record-columns.ts';
import { defineTable, refersTo } from './table.ts';

/** One row a document. */
export const SOURCES = defineTable<Source>({
  name: 'sources',
  title: 'Sources',
  description: 'One row a document in which claims were made. Its text is not part of the release.',
  columns: [
    { name: 'id', type: 'id', description: 'The document.', value: ({ id }) => id },
    {
      name: 'title',
      type: 'text',
      description: 'What it is about, in our own words: never the document’s own headline.',
      value: ({ title }) => title,
    },
    { name: 'publisher', type: 'id', description: 'The actor that published it.', value: ({ publisher }) => publisher },
    {
      name: 'wire',
      type: 'id',
      description: 'Whose text it carries in the main, where that is not the publisher.',
      value: ({ wire }) => wire ?? null,
    },
    { name: 'url', type: 'url', description: 'Where it was published.', value: ({ url }) => url ?? null },
    {
      name: 'published',
      type: 'edtf',
      description: 'When it was published. A clock time printed without an offset is cut to its day.',
      value: ({ published }) => published ?? null,
    },
    { name: 'language', type: 'text', description: 'Its language (BCP 47).', value: ({ language }) => language },
    { name: 'kind', type: 'id', description: 'Article, wire report, statement, post …', value: ({ kind }) => kind },
    {
      name: 'text_sha256',
      type: 'text',
      description: 'SHA-256 of its normalised text, where the whole text was seen.',
      value: ({ textDigest }) => textDigest ?? null,
    },
    ...RETRACTION_COLUMNS,
  ],
  primaryKey: ['id'],
  foreignKeys: [refersTo('publisher', 'actors'), refersTo('wire', 'actors')],
  items: ({ ledger }) => ledger.sources,
});
