import type { BoundingBox } from '@counterclaim/store';
import { z } from 'zod';
import { BOX, errorOf, parseBoundingBox } from './filter-text.ts';
import { refuse } from './refuse.ts';

/** `west,south,east,north` in degrees. */
export const boundingBoxParameter = z
  .string()
  .regex(BOX, { error: ({ input }) => errorOf(parseBoundingBox(String(input))) })
  .transform((text, context): BoundingBox => {
    const box = parseBoundingBox(text);
    return box.ok ? box.value : refuse(context, box.error);
  });
