/** Mean radius of the Earth, in kilometres. */
export const EARTH = 6371.0088;

/**
 * Degrees of longitude that a circle on the sphere reaches to either side of its centre; all the way round
 * where it takes in a pole.
 */
export function longitudeReach(latitude: number, radiusKm: number): number {
  const angle = radiusKm / EARTH;
  const fromPole = ((90 - Math.abs(latitude)) * Math.PI) / 180;
  if (angle >= fromPole) return 180;
  return (Math.asin(Math.sin(angle) / Math.sin(fromPole)) * 180) / Math.PI;
}
