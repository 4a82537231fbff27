import type { MapLabel } from '#lib/components/map/locator.ts';
import { contains, type Line } from './path.ts';

/** A rectangle in the pixels of a drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Labels are set in 14 px and, on a phone, in 18 px of the drawing: room is kept for the larger. */
const CHARACTER = 8.6;
const LINE = 20;

/** The room that a label takes. */
export const labelBox = ({ x, y, text }: MapLabel): Box => ({
  x: x - (text.length * CHARACTER) / 2,
  y: y - LINE + 5,
  width: text.length * CHARACTER,
  height: LINE,
});

export const collide = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = ({ x, y, width, height }: Box, frame: Box): boolean =>
  x >= frame.x && y >= frame.y && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height;

const STEP = 12;
const MARGIN = 6;

/**
 * A place for a shape's name: within the shape, free of everything in `taken`, as near its middle as can be.
 *
 * @returns `null` where the shape shows too little room for its name.
 */
export function placeLabel(
  text: string,
  shape: readonly Line[],
  frame: Pick<Box, 'width' | 'height'>,
  taken: readonly Box[],
): MapLabel | null {
  const room: Box = { x: MARGIN, y: MARGIN, width: frame.width - 2 * MARGIN, height: frame.height - 2 * MARGIN };
  const free: MapLabel[] = [];
  let sumX = 0;
  let sumY = 0;
  let points = 0;
  for (let y = STEP; y < frame.height; y += STEP) {
    for (let x = STEP; x < frame.width; x += STEP) {
      if (!contains(shape, x, y)) continue;
      sumX += x;
      sumY += y;
      points += 1;
      const label = { x, y: y + 5, text };
      const box = labelBox(label);
      if (!inside(box, room) || taken.some((other) => collide(box, other))) continue;
      const reach = box.width * 0.42;
      if (contains(shape, x - reach, y) && contains(shape, x + reach, y)) free.push(label);
    }
  }
  const distance = ({ x, y }: MapLabel): number => Math.hypot(x - sumX / points, y - 5 - sumY / points);
  return free.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
