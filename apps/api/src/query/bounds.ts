import type { Bounds } from '@counterclaim/store';
import { z } from 'zod';
import { BOUNDS, errorOf, parseBounds } from './filter-text.ts';
import { refuse } from './refuse.ts';

/** `a..b` of whole numbers, both included. */
export const boundsParameter = z
  .string()
  .regex(BOUNDS, { error: ({ input }) => errorOf(parseBounds(String(input))) })
  .transform((text, context): Bounds => {
    const bounds = parseBounds(text);
    return bounds.ok ? bounds.value : refuse(context, bounds.error);
  });
