import { COLUMN_TYPES, type ColumnType } from '@counterclaim/interchange/serving';
import { z } from 'zod';
import type { Dictionary } from '../answers.ts';
import { component } from './component.ts';
import { ensureSame, type Same } from './same.ts';

const type = z.enum(Object.keys(COLUMN_TYPES) as [ColumnType, ...ColumnType[]]);

const table = component(
  'DictionaryTable',
  'A table that can be downloaded, with its columns in order.',
  z.strictObject({
    name: z.string(),
    description: z.string(),
    files: z.array(z.strictObject({ path: z.string(), mediaType: z.string() })),
    columns: z.array(z.strictObject({ name: z.string(), type, description: z.string() })),
  }),
);

export const dictionary = component(
  'Dictionary',
  'What the columns of the downloads mean.',
  z.strictObject({
    types: z.array(z.strictObject({ type, description: z.string() })),
    tables: z.array(table),
  }),
);
ensureSame<Same<z.output<typeof dictionary>, Dictionary>>();
