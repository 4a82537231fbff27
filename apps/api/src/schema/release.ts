import { sha256Schema, slugSchema } from '@counterclaim/domain';
import { z } from 'zod';
import type { Release } from '../answers.ts';
import { component } from './component.ts';
import { ensureSame, type Same } from './same.ts';

export const release = component(
  'Release',
  'What is served at this moment, and by which rules.',
  z.strictObject({
    methodology: z.strictObject({
      rules: z.record(z.string(), z.int()).meta({
        description: 'Version of each counting rule. It rises when the same claims would give another answer.',
      }),
    }),
    revision: z.string().meta({ description: 'Changes whenever any dataset does.' }),
    datasets: z.array(
      z.strictObject({
        id: slugSchema,
        digest: sha256Schema.meta({ description: 'SHA-256 of the ledger it was loaded from.' }),
        events: z.int(),
        claims: z.int(),
        sources: z.int(),
        actors: z.int(),
        places: z.int(),
      }),
    ),
    pack: z.string().meta({
      description: 'The present state as columns in one file; the address never means another.',
      examples: ['/api/v1/pack/0123456789abcdef-1.bin'],
    }),
    build: z.string().meta({ description: 'Identifies the software that answers.' }),
  }),
);
ensureSame<Same<z.output<typeof release>, Release>>();
