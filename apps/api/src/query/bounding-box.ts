import type { BoundingBox } from '@counterclaim/store';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** `west,south,east,north` in degrees; west may be greater than east, across the 180th meridian. */
export const boundingBoxParameter = z
  .string()
  .regex(/^-?\d{1,3}(?:\.\d{1,9})?(?:,-?\d{1,3}(?:\.\d{1,9})?){3}$/, {
    error: ({ input }) =>
      `${JSON.stringify(input)} is no box: write four degrees as west,south,east,north, such as 60.5,29.4,74.9,38.5`,
  })
  .transform((text, context): BoundingBox => {
    const [west = NaN, south = NaN, east = NaN, north = NaN] = text.split(',').map(Number);
    if (Math.max(Math.abs(west), Math.abs(east)) > 180 || Math.max(Math.abs(south), Math.abs(north)) > 90) {
      return refuse(context, `${JSON.stringify(text)} leaves the globe: longitudes go to ±180, latitudes to ±90`);
    }
    return south > north
      ? refuse(context, `${JSON.stringify(text)} is upside down: write ${[west, north, east, south].join(',')}`)
      : [west, south, east, north];
  });
