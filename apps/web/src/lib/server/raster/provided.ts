import type { Rasterizer } from './rasterizer.ts';

/** Kit's built server is a bundle with its own copy of this module: the rasterizer stands in a slot that all copies share, as the API does (`api.ts`). */
const slot = Symbol.for('counterclaim.web.rasterizer');
const shared = globalThis as { [slot]?: Rasterizer };

export function provideRasterizer(rasterizer: Rasterizer): void {
  shared[slot] = rasterizer;
}

/** The provided rasterizer. Throws when nothing was provided, which is a mistake in the start of the process. */
export function providedRasterizer(): Rasterizer {
  const rasterizer = shared[slot];
  if (rasterizer === undefined)
    throw new Error('No rasterizer: call provideRasterizer() before the first picture is asked for.');
  return rasterizer;
}
