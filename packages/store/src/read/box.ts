import { type RawBuilder, sql } from 'kysely';
import type { BoundingBox } from '../store.ts';

/** Mean radius of the Earth, in kilometres. */
const EARTH = 6371.0088;

/** Kilometres along a meridian for one degree. */
const DEGREE = (EARTH * Math.PI) / 180;

const longitude = sql.ref('place.longitude');
const latitude = sql.ref('place.latitude');
const radius = sql`coalesce(${sql.ref('place.radius_km')}, 0)`;

/** Whether the circle of `place` reaches a meridian between the two parallels. */
function reachesMeridian(meridian: number, south: number, north: number): RawBuilder<boolean> {
  const across = sql`radians(${longitude} - ${meridian})`;
  // Where the great circle from the point meets the meridian at a right angle, or the nearer end of the edge.
  const foot = sql`degrees(atan2(sin(radians(${latitude})), cos(radians(${latitude})) * cos(${across})))`;
  const nearest = sql`radians(case when ${foot} < ${south} then ${south} when ${foot} > ${north} then ${north} else ${foot} end)`;
  const half = sql`(sin((${nearest} - radians(${latitude})) / 2) * sin((${nearest} - radians(${latitude})) / 2)
    + cos(radians(${latitude})) * cos(${nearest}) * sin(${across} / 2) * sin(${across} / 2))`;
  return sql`sin(${radius} / ${2 * EARTH}) * sin(${radius} / ${2 * EARTH}) >= ${half}`;
}

/**
 * Whether the point of `place`, with the radius around it, meets a box: the distance on the sphere from the
 * point to the nearest point of the box is at most the radius. A place without a point meets none.
 */
export function boxMeetsPlace([west, south, east, north]: BoundingBox): RawBuilder<boolean> {
  const between =
    west <= east
      ? sql`(${longitude} >= ${west} and ${longitude} <= ${east})`
      : sql`(${longitude} >= ${west} or ${longitude} <= ${east})`;
  return sql`(
    ${latitude} >= ${south} - ${radius} / ${DEGREE} and ${latitude} <= ${north} + ${radius} / ${DEGREE}
    and (${between} or (${radius} > 0 and (${reachesMeridian(west, south, north)} or ${reachesMeridian(east, south, north)}))))`;
}
