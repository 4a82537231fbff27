import { asOfInstant, type Instant, parseEdtf } from '@counterclaim/domain';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** An EDTF date or date-time: everything as it was known at its end. */
export const asOfParameter = z
  .string()
  .min(1, { error: 'is empty: write a date such as 2020-11-22, or leave it out' })
  .max(60)
  .transform((text, context): Instant => {
    const parsed = parseEdtf(text);
    if (!parsed.ok) return refuse(context, parsed.error);
    const instant = asOfInstant(parsed.value);
    if (instant === null) {
      return refuse(
        context,
        `${JSON.stringify(text)} is an interval: write the one date or time as of which to answer`,
      );
    }
    return Number.isFinite(instant)
      ? instant
      : refuse(context, `${JSON.stringify(text)} lies beyond the calendar: write a year of four digits`);
  });
