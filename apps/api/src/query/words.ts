import { wordsOf } from '@counterclaim/domain';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** Words to search for. */
export const wordsParameter = z
  .string()
  .min(1, { error: 'is empty: write one or more words, or leave it out' })
  .max(200, { error: 'is too long: write at most 200 characters' })
  .transform((text, context) =>
    wordsOf(text).length > 0
      ? text
      : refuse(context, `${JSON.stringify(text)} has no letter or digit: write one or more words, or leave it out`),
  )
  .meta({
    description:
      'Words that must all occur. Case, diacritics and Arabic and Persian letter forms make no difference. Words do not change the order.',
    examples: ['rockets kabul'],
  });
