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

/** Hexadecimal SHA-256. */
export const sha256Schema = /* @__PURE__ */ define(() => z.string().regex(/^[0-9a-f]{64}$/));

export const sourceSchema = /* @__PURE__ */ define(() =>
  z.strictObject({
    id: sourceIdSchema,
    /** Ours: a neutral paraphrase, never the document's own headline. */
    title: z.string().min(1),
    publisher: actorIdSchema,
    /** Whose text the document carries in the main, where that is not the publisher; a claim may override it. */
    wire: actorIdSchema.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** When the document was published. A clock time printed without an offset is cut to its day. */
    published: edtfSchema.optional(),
    /** BCP 47. */
    language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/),
    kind: z.enum(SOURCE_KINDS),
    /** SHA-256 of the normalised text (`normaliseText`), where the whole text was seen. */
    textDigest: sha256Schema.optional(),
    ...editorialFields,
  }),
);

/** One document. */
export type Source = z.infer<typeof sourceSchema>;
