import { claimIdSchema, passageSchema, sha256Schema, sourceIdSchema } from '@counterclaim/domain';
import { z } from 'zod';
import type { DocumentAnswer } from '../answers.ts';
import { component } from './component.ts';
import { ensureSame, type Same } from './same.ts';

export const document = component(
  'Document',
  'The text of a document as the operator of this service holds it, with every passage of its claims looked up in it. The text is no part of the ledger: it is shown for verification, not for republication.',
  z.strictObject({
    source: sourceIdSchema,
    language: z.string().meta({ description: 'BCP 47.', examples: ['en', 'fa'] }),
    textDigest: z.strictObject({
      verdict: z.enum(['match', 'mismatch', 'not-recorded']).meta({
        description: 'Whether this is the text that was coded; `not-recorded` where the record has no digest of it.',
      }),
      recorded: sha256Schema.nullable().meta({ description: 'SHA-256 of the text that was coded.' }),
      found: sha256Schema.meta({ description: 'SHA-256 of this text, normalised.' }),
    }),
    passages: z.int().meta({ description: 'Passages that the claims of the source cite.' }),
    matching: z.int().meta({ description: 'Those of them that stand in this text where they are said to.' }),
    claims: z
      .array(
        z.strictObject({
          id: claimIdSchema,
          passages: z.array(
            z.strictObject({
              passage: passageSchema,
              verdict: z.enum(['match', 'elsewhere', 'mismatch']).meta({
                description:
                  '`match`: the words that were coded stand there. `elsewhere`: other words do, and those that were coded stand in another place. `mismatch`: they were found nowhere.',
              }),
              found: sha256Schema
                .nullable()
                .meta({ description: 'SHA-256 of the words at that place; null where the text has no such place.' }),
              elsewhere: passageSchema
                .nullable()
                .meta({ description: 'Where the words that were coded stand instead.' }),
            }),
          ),
        }),
      )
      .meta({
        description:
          'Every claim of the source that the ledger has not taken back; without passages where only an excerpt was coded.',
      }),
    paragraphs: z.array(z.string()).meta({
      description:
        'The normalised text. Paragraph n of a passage is the nth of these; its start and end count code points.',
    }),
  }),
);
ensureSame<Same<z.output<typeof document>, DocumentAnswer>>();
