import { EARTH_RADIUS_KM } from '@counterclaim/domain';
import { type RawBuilder, sql } from 'kysely';
import type { BoundingBox } from '../filter.ts';

/** Kilometres along a meridian for one degree. */
const DEGREE = (EARTH_RADIUS_KM * Math.PI) / 180;

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
  return sql`sin(${radius} / ${2 * EARTH_RADIUS_KM}) * sin(${radius} / ${2 * EARTH_RADIUS_KM}) >= ${half}`;
}

/**
 * Whether the point of `place`, with the radius around it, meets a box: the distance on the sphere from the
 * point to the nearest point of the box is at most the radius. A place without a point meets none.
 */
export function boxMeetsPlace([west, south, east, north]: BoundingBox): RawBuilder<boolean> {
  const farEast = east < west ? east + 360 : east;
  const within = (margin: RawBuilder<unknown>) => {
    // Without the cast, an engine that types its parameters takes them for whole numbers, as the margin may be.
    const [from, to] = [
      sql`cast(${west} as double precision) - ${margin}`,
      sql`cast(${farEast} as double precision) + ${margin}`,
    ];
    const turns = [-360, 0, 360].map((turn) => sql`${longitude} + ${turn} between ${from} and ${to}`);
    return sql`(${sql.join(turns, sql` or `)})`;
  };
  // The margins are cheap, and leave few places for which the distance must be worked out.
  return sql`(
    ${latitude} between ${south} - ${radius} / ${DEGREE} and ${north} + ${radius} / ${DEGREE}
    and ${within(sql.ref('place.reach'))}
    and (${within(sql`0`)} or ${reachesMeridian(west, south, north)} or ${reachesMeridian(east, south, north)}))`;
}
