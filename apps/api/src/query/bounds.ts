import type { Bounds } from '@counterclaim/store';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** `a..b`: whole numbers from a to b, both included; either end may be left open, and `a` alone means a..a. */
export const boundsParameter = z
  .string()
  .regex(/^(?:\d{1,9}|\d{1,9}\.\.(?:\d{1,9})?|\.\.\d{1,9})$/, {
    error: ({ input }) => `${JSON.stringify(input)} is no range of numbers: write 1..10, 1.., ..10 or 1`,
  })
  .transform((text, context): Bounds => {
    const [from = '', to = from] = text.split('..');
    const bounds = { ...(from === '' ? {} : { min: Number(from) }), ...(to === '' ? {} : { max: Number(to) }) };
    return bounds.min !== undefined && bounds.max !== undefined && bounds.min > bounds.max
      ? refuse(context, `${JSON.stringify(text)} is upside down: write ${bounds.max}..${bounds.min}`)
      : bounds;
  });
