import { type Instant, parseAsOf } from '@counterclaim/domain';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** An EDTF date, or date-time with an offset: everything as it was known at its end. */
export const asOfParameter = z
  .string()
  .min(1, { error: 'is empty: write a date such as 2020-11-22, or leave it out' })
  .max(60)
  .transform((text, context): Instant => {
    const instant = parseAsOf(text);
    return instant.ok ? instant.value : refuse(context, instant.error);
  });
