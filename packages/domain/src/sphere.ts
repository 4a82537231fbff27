/** Mean radius of the Earth in kilometres (R1 of the IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

/**
 * Degrees of longitude that a circle on the sphere reaches to either side of its centre; all the way round where it takes in a pole.
 *
 * @param latitude Of its centre, in degrees.
 * @param radiusKm In kilometres along the surface.
 */
export function longitudeReach(latitude: number, radiusKm: number): number {
  const angle = radiusKm / EARTH_RADIUS_KM;
  const fromPole = ((90 - Math.abs(latitude)) * Math.PI) / 180;
  if (angle >= fromPole) return 180;
  return (Math.asin(Math.sin(angle) / Math.sin(fromPole)) * 180) / Math.PI;
}
