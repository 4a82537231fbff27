import type { Span } from '@counterclaim/domain';
import type { Columns } from './columns.ts';
import { countWhile } from './count-while.ts';

const DAY = 86_400_000;

/** Days from 1970 beyond which keys tell none apart, either way. */
const DAYS = 2 ** 20;

/** The day on which an instant lies, by which events are in order. */
const dayOf = (instant: number): number => Math.min(DAYS, Math.max(-DAYS, Math.floor(instant / DAY)));

/** Days that an event may last without being looked for apart (`Orders.long`). */
const SHORT = 32;

/** The rows of events that last longer than others, or have no beginning or end, in their order. */
export const longOf = ({ starts, ends }: Pick<Columns['events'], 'starts' | 'ends'>): Uint32Array =>
  Uint32Array.from(starts.keys()).filter((event) => !(ends[event] - starts[event] <= SHORT * DAY));

/**
 * At least all events that meet a span, in their order: those that begin on its days or shortly before, and those that last long.
 *
 * @param most Nothing is gathered where there are as many.
 */
export function rowsWithin({ events, orders }: Columns, { start, end }: Span, most: number): Uint32Array | undefined {
  const { starts, size } = events;
  const [first, last] = [dayOf(start) - SHORT - 1, dayOf(end)];
  const from = countWhile(size, (event) => dayOf(starts[event]) < first);
  const to = countWhile(size, (event) => dayOf(starts[event]) <= last);
  const before = orders.long.subarray(
    0,
    countWhile(orders.long.length, (at) => orders.long[at] < from),
  );
  if (before.length + to - from >= most) return undefined;
  const rows = new Uint32Array(before.length + to - from);
  rows.set(before);
  for (let event = from; event < to; event += 1) rows[before.length + event - from] = event;
  return rows;
}
