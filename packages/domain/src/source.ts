import { z } from 'zod';
import { editorialFields } from './correction.ts';
import { actorIdSchema, sourceIdSchema } from './identifier.ts';
import { define } from './schema.ts';
import { edtfSchema } from './time.ts';

export const SOURCE_KINDS = [
  'article',
  'wire-report',
  'statement',
  'press-release',
  'transcript',
  'broadcast',
  'post',
  'report',
  'dataset',
] as const;

export const sha256Schema = /* @__PURE__ */ define(() =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Hexadecimal SHA-256.'),
);

export const sourceSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: sourceIdSchema.describe(
      'The name of the file without .yml: <publisher>-<date>. Permanent: it is in addresses and citations.',
    ),
    title: z.string().min(1).describe("Ours: a neutral paraphrase, never the document's own headline."),
    publisher: actorIdSchema.describe('Id of the actor that published the document.'),
    wire: actorIdSchema
      .describe(
        'Whose text the document carries in the main, where that is not the publisher; a claim may override it.',
      )
      .optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .describe('Where the document can be read. No links to propaganda.')
      .optional(),
    published: edtfSchema
      .describe('When the document was published: EDTF. A clock time printed without an offset is cut to its day.')
      .optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/)
      .describe('BCP 47 tag of the document’s language: en, fa, ar, ps.'),
    kind: z.enum(SOURCE_KINDS).describe('What kind of document it is.'),
    textDigest: sha256Schema
      .describe(
        'SHA-256 of the normalised text (`normaliseText`), where the whole text was seen: counterclaim passage prints it.',
      )
      .optional(),
    ...editorialFields,
  }),
);

/** One document. */
export type Source = z.infer<typeof sourceSchema>;
