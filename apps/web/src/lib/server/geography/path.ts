import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';

/** A closed or open line in the pixels of a drawing. */
export type Line = readonly (readonly [x: number, y: number])[];

/** A shape's lines after projection and clipping. */
export function linesOf(shape: GeoPermissibleObjects, projection: GeoProjection): Line[] {
  const lines: [number, number][][] = [];
  const context: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => void lines.push([[x, y]]),
    lineTo: (x, y) => void lines.at(-1)?.push([x, y]),
    closePath: () => undefined,
    arc: () => undefined,
  };
  geoPath(projection, context)(shape);
  return lines;
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * Path data with tenths of pixels; points nearer than `detail` pixels to the one before are left out.
 *
 * @param closed Whether each line returns to its beginning.
 */
export function pathData(
  lines: readonly Line[],
  { closed, detail = 0.7 }: { closed: boolean; detail?: number },
): string {
  return lines
    .map((line) => {
      const kept: (readonly [number, number])[] = [];
      for (const [index, point] of line.entries()) {
        const last = kept.at(-1);
        const far = last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= detail;
        if (far || (!closed && index === line.length - 1)) kept.push(point);
      }
      if (kept.length < (closed ? 3 : 2)) return '';
      return `M${kept.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join('L')}${closed ? 'Z' : ''}`;
    })
    .join('');
}

/** Whether a point lies within a shape of closed lines, by the even-odd rule. */
export function contains(lines: readonly Line[], x: number, y: number): boolean {
  let inside = false;
  for (const line of lines) {
    for (let i = 0, j = line.length - 1; i < line.length; j = i, i += 1) {
      const [xi, yi] = line[i] ?? [0, 0];
      const [xj, yj] = line[j] ?? [0, 0];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
