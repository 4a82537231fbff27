import type { Span } from '@counterclaim/domain';
import { z } from 'zod';
import { parseDateRange } from './filter-text.ts';
import { refuse } from './refuse.ts';

/** `a..b` of EDTF dates, both included. */
export const dateRangeParameter = z
  .string()
  .min(1, { error: 'is empty: write 2020-11-01..2021-07-31, or leave it out' })
  .max(100)
  .transform((text, context): Span => {
    const span = parseDateRange(text);
    return span.ok ? span.value : refuse(context, span.error);
  });
