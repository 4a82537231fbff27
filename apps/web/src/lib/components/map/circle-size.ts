/** Sizes of what stands on a map of events, in pixels: the same for the map that the server draws and the one that can be moved. */

/** Radius of the circle of the most events in an overview, to whose area all others are. */
const LARGEST = 22;
/** The least radius at which a circle is still seen. */
export const SMALLEST = 2.5;
/** The same of the ring around an area: a smaller one would look like a pin. */
export const SMALLEST_AREA = 7;

/** How much more events the largest circle may stand for, until all circles are drawn to another scale. */
const STEP = 4;

/**
 * Radius for one event, where the largest circle stands for so many; that of more grows with the root of their number. It changes by steps, so that
 * circles of two views can mostly be compared, and a filter does not resize those that it leaves alone.
 */
export const radiusOfOne = (most: number): number =>
  LARGEST / Math.sqrt(STEP ** Math.ceil(Math.log(Math.max(1, most)) / Math.log(STEP)));
