import { asOfInstant, type Instant } from '@counterclaim/domain';
import { z } from 'zod';
import { parseDate } from './date.ts';
import { refuse } from './refuse.ts';

/** An EDTF date or date-time: everything as it was known at its end. */
export const asOfParameter = z
  .string()
  .min(1, { error: 'is empty: write a date such as 2020-11-22, or leave it out' })
  .max(60)
  .transform((text, context): Instant => {
    const point = parseDate(text);
    if (!point.ok) return refuse(context, point.error);
    const instant = asOfInstant({ type: 'date', point: point.value });
    return instant ?? refuse(context, `${JSON.stringify(text)} is no single date: write one such as 2020-11-22`);
  });
